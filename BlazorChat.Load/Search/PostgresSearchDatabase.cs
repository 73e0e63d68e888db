using System.Data.Common;
using BlazorChat.Load.Client;
using Npgsql;

namespace BlazorChat.Load.Search;

/// <summary>A PostgreSQL of its own for a chat.</summary>
internal sealed class PostgresSearchDatabase : SearchDatabase
{
    private const string Database = "chat";

    private PostgresServer? server;

    public override string Name => "PostgreSQL";

    public override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string> { ["ConnectionStrings__Chat"] = server!.ConnectionString(Database) };

    public override IReadOnlyList<Yardstick> Yardsticks { get; } =
    [
        new("LIKE", "", """SELECT "Id" FROM messages WHERE "Text" LIKE @what ORDER BY "Id" DESC LIMIT 21""", words => $"%{words}%"),
        new("to_tsvector('simple') and GIN", "CREATE INDEX by_simple ON messages USING gin (to_tsvector('simple', \"Text\"))",
            """SELECT "Id" FROM messages WHERE to_tsvector('simple', "Text") @@ phraseto_tsquery('simple', @what) ORDER BY "Id" DESC LIMIT 21""",
            words => words),
    ];

    public override async Task PrepareAsync(string folder)
    {
        server = await PostgresServer.StartAsync(isDurable: true);
        await server.RunSqlAsync("postgres", $"CREATE DATABASE {Database}");
    }

    public override async Task<DbConnection> ConnectAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(server!.ConnectionString(Database));
        await connection.OpenAsync(ct);
        return connection;
    }

    public override ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override string Size => "SELECT pg_database_size(current_database())";

    protected override async Task WriteAsync(DbConnection connection, IEnumerable<FilledMessage> messages, CancellationToken ct)
    {
        await using var rows = await ((NpgsqlConnection)connection).BeginBinaryImportAsync("""
            COPY messages ("Id", "RoomId", "Number", "AuthorId", "Text", "Type", "PostedAt") FROM STDIN (FORMAT binary)
            """, ct);
        foreach (var message in messages)
        {
            await rows.StartRowAsync(ct);
            await rows.WriteAsync(message.Id, ct);
            await rows.WriteAsync(message.RoomId, ct);
            await rows.WriteAsync(message.Number, ct);
            await rows.WriteAsync(message.AuthorId, ct);
            await rows.WriteAsync(message.Text, ct);
            await rows.WriteAsync(0, ct);
            await rows.WriteAsync(message.PostedAt, ct);
        }
        await rows.CompleteAsync(ct);
    }

    protected override Task SettleAsync(DbConnection connection, CancellationToken ct) => RunAsync(connection, "VACUUM ANALYZE", ct);
}
