using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BlazorChat.Web.Data;

/// <summary>SQL for tables that are no part of the model, on the connection of a context and inside its transaction, if it has one.</summary>
internal static class PlainSql
{
    public static async Task<DbCommand> CommandAsync(this DbContext db, string sql, CancellationToken ct, params (string Name, object Value)[] values)
    {
        await db.Database.OpenConnectionAsync(ct);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
        return command;
    }

    public static async Task RunAsync(this DbContext db, string sql, CancellationToken ct, params (string Name, object Value)[] values)
    {
        await using var command = await db.CommandAsync(sql, ct, values);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<List<T>> RowsAsync<T>(this DbContext db, string sql, Func<DbDataReader, T> read, CancellationToken ct, params (string Name, object Value)[] values)
    {
        await using var command = await db.CommandAsync(sql, ct, values);
        await using var rows = await command.ExecuteReaderAsync(ct);
        List<T> all = [];
        while (await rows.ReadAsync(ct))
            all.Add(read(rows));
        return all;
    }

    public static async Task<long?> NumberAsync(this DbContext db, string sql, CancellationToken ct, params (string Name, object Value)[] values)
    {
        await using var command = await db.CommandAsync(sql, ct, values);
        return await command.ExecuteScalarAsync(ct) is { } number and not DBNull ? Convert.ToInt64(number, CultureInfo.InvariantCulture) : null;
    }
}
