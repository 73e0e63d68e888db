using BlazorChat.Load;
using BlazorChat.Load.Client;
using Microsoft.Data.Sqlite;

namespace BlazorChat.Tests.Fire;

/// <summary>Killed while it updates its database.</summary>
public sealed class InterruptedUpdateTests
{
    // As EF Core makes them; the trigger keeps the first update from ever coming to its end.
    private const string Endless =
        """
        CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
        CREATE TRIGGER endless AFTER INSERT ON "__EFMigrationsHistory" BEGIN
            SELECT count(*) FROM (WITH RECURSIVE forever(x) AS (SELECT 1 UNION ALL SELECT 1 FROM forever) SELECT x FROM forever);
        END;
        """;

    [Fact]
    public async Task It_starts_again_and_finishes_the_update()
    {
        await using var chat = new ChatProcess(ChatProcess.WithoutLimits);
        await using var database = new SqliteConnection($"Data Source={Path.Combine(chat.Data, "chat.db")};Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(database, "PRAGMA journal_mode = WAL");
        await ExecuteAsync(database, Endless);

        chat.Launch();
        await UntilItHoldsTheMarkAsync(database);
        await chat.KillAsync();
        Assert.Equal(1L, await ExecuteAsync(database, """SELECT count(*) FROM "__EFMigrationsLock" """));
        await ExecuteAsync(database, "DROP TRIGGER endless");

        await chat.StartAsync();

        Assert.Equal(0L, await ExecuteAsync(database, """SELECT count(*) FROM "__EFMigrationsLock" """));
    }

    [Fact]
    public async Task A_mark_that_was_left_in_a_database_that_is_up_to_date_is_not_asked_for()
    {
        await using var chat = new ChatProcess(ChatProcess.WithoutLimits);
        await chat.StartAsync();
        await chat.KillAsync();
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(chat.Data, "chat.db")};Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await ExecuteAsync(database, """INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-28 00:00:00+00:00')""");
        }

        await chat.StartAsync();
    }

    private static async Task UntilItHoldsTheMarkAsync(SqliteConnection database)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await ExecuteAsync(database, "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'") is 0L ||
            await ExecuteAsync(database, """SELECT count(*) FROM "__EFMigrationsLock" """) is 0L)
            await pace.WaitForNextTickAsync(patience.Token);
    }

    private static async Task<object?> ExecuteAsync(SqliteConnection database, string sql)
    {
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
