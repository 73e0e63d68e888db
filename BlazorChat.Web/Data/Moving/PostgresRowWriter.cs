using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace BlazorChat.Web.Data.Moving;

/// <summary>Writes rows by COPY, many times as fast as INSERT.</summary>
internal sealed class PostgresRowWriter(ChatDb db) : IRowWriter
{
    public async Task WriteAsync(MovedTable table, IReadOnlyList<object?[]> rows, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            for (var n = 0; n < row.Length; n++)
                await WriteAsync(copy, row[n], Cell.IsJson(table.Columns[n]), ct);
        }
        await copy.CompleteAsync(ct);
    }

    // Numbers that the database gives go on after the highest that is there.
    public async Task FinishAsync(CancellationToken ct)
    {
        await using var command = await MovedTable.CommandAsync(db,
            """
            DO $$ DECLARE c record; BEGIN
              FOR c IN SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema() AND is_identity = 'YES' LOOP
                EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), max(%I)) FROM %I HAVING max(%I) IS NOT NULL',
                  quote_ident(c.table_name), c.column_name, c.column_name, c.table_name, c.column_name);
              END LOOP;
              ANALYZE;
            END $$
            """, ct);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, bool isJson, CancellationToken ct) => value switch
    {
        null => copy.WriteNullAsync(ct),
        string json when isJson => copy.WriteAsync(json, NpgsqlDbType.Jsonb, ct),
        string text => copy.WriteAsync(text, NpgsqlDbType.Text, ct),
        long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, ct),
        int number => copy.WriteAsync(number, NpgsqlDbType.Integer, ct),
        bool flag => copy.WriteAsync(flag, NpgsqlDbType.Boolean, ct),
        byte[] bytes => copy.WriteAsync(bytes, NpgsqlDbType.Bytea, ct),
        DateTimeOffset time => copy.WriteAsync(time, NpgsqlDbType.TimestampTz, ct),
        _ => throw new NotSupportedException($"A value of type {value.GetType()} cannot be moved."),
    };
}
