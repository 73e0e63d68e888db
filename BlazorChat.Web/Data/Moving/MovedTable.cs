using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace BlazorChat.Web.Data.Moving;

/// <summary>A table as the model describes it: the same name, columns and order of rows in every kind of database.</summary>
internal sealed class MovedTable
{
    // They say what runs just now, which is nothing while a chat moves.
    private static readonly string[] ofRunningNodes = ["leases", "nodes"];

    private readonly string key;

    private MovedTable(ITable table)
    {
        Name = table.Name;
        Columns = [.. table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal)];
        key = Quoted(table.PrimaryKey!.Columns.Select(column => column.Name));
    }

    public string Name { get; }

    public IReadOnlyList<IColumn> Columns { get; }

    /// <summary>The names of the columns, quoted, with commas.</summary>
    public string ColumnList => Quoted(Columns.Select(column => column.Name));

    /// <returns>All tables but those of running nodes. One that refers to another comes after it.</returns>
    public static IReadOnlyList<MovedTable> All(ChatDb db)
    {
        var waiting = db.Model.GetRelationalModel().Tables.Where(table => !ofRunningNodes.Contains(table.Name)).OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        List<ITable> ordered = [];
        while (waiting.Count > 0)
        {
            var next = waiting.First(table => table.ForeignKeyConstraints.All(
                constraint => constraint.PrincipalTable == table || ordered.Contains(constraint.PrincipalTable)));
            ordered.Add(next);
            waiting.Remove(next);
        }
        return [.. ordered.Select(table => new MovedTable(table))];
    }

    public Task<long> CountAsync(ChatDb db, CancellationToken ct) => NumberAsync(db, $"SELECT count(*) FROM \"{Name}\"", ct);

    /// <summary>Reads rows in the order of their key, from one on.</summary>
    public async IAsyncEnumerable<object?[]> ReadAsync(
        ChatDb db, long skipped, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = await CommandAsync(
            db, string.Create(CultureInfo.InvariantCulture, $"SELECT {ColumnList} FROM \"{Name}\" ORDER BY {key} LIMIT {long.MaxValue} OFFSET {skipped}"), ct);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            var row = new object?[Columns.Count];
            for (var n = 0; n < row.Length; n++)
                row[n] = Cell.Read(rows, n, Columns[n]);
            yield return row;
        }
    }

    /// <summary>A command inside the transaction of the database, if it has one.</summary>
    public static async Task<DbCommand> CommandAsync(ChatDb db, string sql, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static async Task<long> NumberAsync(ChatDb db, string sql, CancellationToken ct)
    {
        await using var command = await CommandAsync(db, sql, ct);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));
}
