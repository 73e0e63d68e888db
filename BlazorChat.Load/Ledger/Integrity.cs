using Microsoft.Data.Sqlite;

namespace BlazorChat.Load.Ledger;

/// <summary>Whether a database survived.</summary>
internal static class Integrity
{
    /// <returns>What SQLite itself says of the file; <c>ok</c> if it is sound.</returns>
    public static async Task<string> CheckAsync(string dataDirectory, CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(dataDirectory, "chat.db")};Pooling=False");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }
}
