using BlazorChat.Web.Hosting;

namespace BlazorChat.Tests.Hosting;

public sealed class DataFolderTests(ChatApp app) : IClassFixture<ChatApp>
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    [Fact]
    public async Task Database_and_keys_lie_in_the_data_directory()
    {
        // The cookies' keys are made at their first use.
        await app.Anonymous.GetAsync("/account/register");

        Assert.True(File.Exists(Path.Combine(app.Data, "chat.db")));
        Assert.True(File.Exists(Path.Combine(app.Data, "token.key")));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(app.Data, "keys")));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Nobody_but_the_owner_reads_them()
    {
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(app.Data) & Others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(app.Data, "chat.db")) & Others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(app.Data, "chat.db-wal")) & Others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(app.Data, "token.key")) & Others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(app.Data, "keys")) & Others);
    }

    [Fact]
    public async Task Two_chats_do_not_share_it()
    {
        await using var second = new ChatApp([], app.Data);

        var refused = Assert.Throws<CannotStartException>(second.StartServer);

        Assert.Contains(app.Data, refused.Message, StringComparison.Ordinal);
        await app.Admin.SayAsync("general", "Still here");
    }

    [Fact]
    public void The_signing_key_is_long_enough()
    {
        Assert.Equal(64, new FileInfo(Path.Combine(app.Data, "token.key")).Length);
    }
}
