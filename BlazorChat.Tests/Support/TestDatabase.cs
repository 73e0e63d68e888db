using BlazorChat.Load.Client;
using Npgsql;

namespace BlazorChat.Tests.Support;

/// <summary>
/// Which database a chat of the tests uses. SQLite, unless the environment variable <c>CHAT_TESTS_DATABASE</c> is
/// <c>postgres</c> or the test asks for PostgreSQL. One server serves all tests of a run, each with databases of its own.
/// </summary>
public static class TestDatabase
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(() => PostgresServer.StartAsync(isDurable: false));

    /// <summary>Whether this run is about PostgreSQL.</summary>
    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("CHAT_TESTS_DATABASE") == "postgres";

    /// <returns>The connection string of a database with this name, made at its first use.</returns>
    public static async Task<string> OnPostgresAsync(string name)
    {
        var server = await Server.Value;
        if (await server.RunSqlAsync("postgres", $"SELECT 1 FROM pg_database WHERE datname = '{name}'") == "")
            await server.RunSqlAsync("postgres", $"CREATE DATABASE \"{name}\"");
        return server.ConnectionString(name);
    }

    /// <summary>Makes a database and runs SQL in it.</summary>
    public static async Task FillAsync(string name, string sql)
    {
        await using var database = NpgsqlDataSource.Create(await OnPostgresAsync(name));
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task DropAsync(string name)
    {
        var server = await Server.Value;
        await server.RunSqlAsync("postgres", $"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
    }
}
