namespace BlazorChat.Web.Data.Moving;

/// <summary>Writes rows into a table of the new database: a batch at a time, each durable as a whole.</summary>
internal interface IRowWriter
{
    Task WriteAsync(MovedTable table, IReadOnlyList<object?[]> rows, CancellationToken ct);

    /// <summary>Called when all rows are there.</summary>
    Task FinishAsync(CancellationToken ct);
}
