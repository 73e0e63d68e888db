using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace BlazorChat.Load.Search;

/// <summary>The file of a chat on SQLite.</summary>
internal sealed class SqliteSearchDatabase : SearchDatabase
{
    private string path = "";

    public override string Name => "SQLite";

    public override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    public override IReadOnlyList<Yardstick> Yardsticks { get; } =
    [
        new("LIKE", "", """SELECT "Id" FROM messages WHERE "Text" LIKE @what ORDER BY "Id" DESC LIMIT 21""", words => $"%{words}%"),
        OfFts5("unicode61"), OfFts5("trigram"),
    ];

    public override Task PrepareAsync(string folder)
    {
        path = Path.Combine(folder, "chat.db");
        return Task.CompletedTask;
    }

    public override async Task<DbConnection> ConnectAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(ct);
        return connection;
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override string Size => "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size";

    protected override async Task WriteAsync(DbConnection connection, IEnumerable<FilledMessage> messages, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var insert = Command(connection, """
            INSERT INTO messages ("Id", "RoomId", "Number", "AuthorId", "Text", "Type", "PostedAt") VALUES (@id, @room, @number, @author, @text, 0, @at)
            """, ("id", 0L), ("room", ""), ("number", 0L), ("author", ""), ("text", ""), ("at", 0L));
        insert.Transaction = transaction;
        foreach (var message in messages)
        {
            object[] row = [message.Id, message.RoomId, message.Number, message.AuthorId, message.Text, message.PostedAt];
            for (var n = 0; n < row.Length; n++)
                insert.Parameters[n].Value = row[n];
            await insert.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
    }

    protected override Task SettleAsync(DbConnection connection, CancellationToken ct) => RunAsync(connection, "PRAGMA wal_checkpoint(TRUNCATE)", ct);

    private static Yardstick OfFts5(string tokenizer) => new(
        $"FTS5 {tokenizer}",
        $"""
        CREATE VIRTUAL TABLE by_{tokenizer} USING fts5(text, content = '', tokenize = '{tokenizer}');
        INSERT INTO by_{tokenizer} (rowid, text) SELECT "Id", "Text" FROM messages ORDER BY "Id"
        """,
        $"SELECT rowid FROM by_{tokenizer} WHERE by_{tokenizer} MATCH @what ORDER BY rowid DESC LIMIT 21",
        words => $"\"{words}\"");
}
