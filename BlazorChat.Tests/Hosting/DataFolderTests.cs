using BlazorChat.Web.Hosting;

namespace BlazorChat.Tests.Hosting;

public sealed class DataFolderTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    [Fact]
    public void The_database_lies_in_the_data_directory() => Assert.True(File.Exists(Path.Combine(app.Data, "chat.db")));

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Nobody_but_the_owner_reads_it()
    {
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(app.Data) & Others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(app.Data, "chat.db")) & Others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(app.Data, "chat.db-wal")) & Others);
    }

    [Fact]
    public async Task Two_chats_do_not_share_it()
    {
        await using var second = new ChatApp([], app.Data, isOnPostgres: false);

        var refused = Assert.Throws<CannotStartException>(second.StartServer);

        Assert.Contains(app.Data, refused.Message, StringComparison.Ordinal);
        await app.Admin.SayAsync("general", "Still here");
    }
}
