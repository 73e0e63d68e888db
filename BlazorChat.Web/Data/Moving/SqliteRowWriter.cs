using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data.Moving;

/// <summary>Writes rows by one prepared INSERT, with one transaction for each batch.</summary>
internal sealed class SqliteRowWriter(ChatDb db) : IRowWriter
{
    public async Task WriteAsync(MovedTable table, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await using var command = await MovedTable.CommandAsync(
            db, $"INSERT INTO \"{table.Name}\" ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select((_, n) => $"@{n}"))})", ct);
        foreach (var (n, _) in table.Columns.Index())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@" + n.ToString(CultureInfo.InvariantCulture);
            command.Parameters.Add(parameter);
        }
        foreach (var row in rows)
        {
            for (var n = 0; n < row.Length; n++)
                command.Parameters[n].Value = row[n] ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(ct);
        }
        await transaction.CommitAsync(ct);
    }

    // Numbers go on after the highest by themselves. One file, without its companions, can be put where it belongs.
    public Task FinishAsync(CancellationToken ct) => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize", ct);
}
