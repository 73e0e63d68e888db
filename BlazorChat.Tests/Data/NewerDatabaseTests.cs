using BlazorChat.Web.Hosting;
using Microsoft.Data.Sqlite;

namespace BlazorChat.Tests.Data;

public sealed class NewerDatabaseTests : IDisposable
{
    private readonly string data = Path.Combine(Path.GetTempPath(), "blazorchat-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task A_database_that_a_newer_version_updated_is_refused_and_left_as_it_is()
    {
        await using (var today = new ChatApp([], data, isOnPostgres: false))
            await today.InitializeAsync();
        await ExecuteAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29991231235959_FromTomorrow', '99.0.0')""");
        var before = await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken);
        await using var again = new ChatApp([], data, isOnPostgres: false);

        var refused = Assert.Throws<CannotStartException>(again.StartServer);

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Contains("FromTomorrow", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Database, TestContext.Current.CancellationToken));
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private string Database => Path.Combine(data, "chat.db");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
