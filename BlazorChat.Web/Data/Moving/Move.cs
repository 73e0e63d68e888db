using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data.Starting;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data.Moving;

/// <summary>
/// Copies a whole chat into another database: every table, with its positions, epoch and keys, so that sign-ins, cursors,
/// access tokens and addresses of files stay valid. Broken off and begun again, it goes on where it was.
/// </summary>
/// <param name="source">The chat as it is. Nobody may use it meanwhile.</param>
/// <param name="target">The new database.</param>
/// <param name="writer">How rows are written there.</param>
/// <param name="say">Tells how far it is.</param>
internal sealed class Move(ChatDb source, ChatDb target, IRowWriter writer, Action<string> say)
{
    private const int BatchSize = 10_000;

    public async Task RunAsync(ILogger logger, CancellationToken ct)
    {
        await RefuseRunningAsync(source, "The chat is running", ct);
        await RefuseRunningAsync(target, "A chat is running on the database to move to", ct);
        await using (await source.LockAsync([FirstConnection.Lock], ct))
            await DatabaseVersion.BringUpToDateAsync(source, logger);
        var from = await source.HeadAsync(ct);
        await using (await target.LockAsync([FirstConnection.Lock], ct))
            await TakeTargetAsync(from, logger, ct);
        // Nodes that are started meanwhile wait.
        await using (await source.LockAsync([FirstConnection.Lock], ct))
        await using (await source.SnapshotAsync(ct))
            await CopyAsync(ct);
        if (await source.HeadAsync(ct) != from)
            throw new CannotStartException("The chat was used while it was being moved. Stop it, empty the new database and begin again.");
        await target.Settings.Where(setting => setting.Key == Setting.Moving).ExecuteDeleteAsync(ct);
    }

    private static async Task RefuseRunningAsync(ChatDb db, string isRunning, CancellationToken ct)
    {
        if (await db.RunningNodesAsync(ct) is { Count: > 0 } nodes)
            throw new CannotStartException($"{isRunning} ({string.Join(", ", nodes)}). Stop all nodes first. One that was killed still counts for 20 seconds.");
    }

    private async Task CopyAsync(CancellationToken ct)
    {
        var tables = MovedTable.All(source);
        foreach (var table in tables)
            await CopyAsync(table, ct);
        await writer.FinishAsync(ct);
        foreach (var table in tables)
            await CompareAsync(table, ct);
    }

    private async Task TakeTargetAsync(Cursor from, ILogger logger, CancellationToken ct)
    {
        if (!(await target.Database.GetAppliedMigrationsAsync(ct)).Any())
        {
            if (await target.HasTablesAsync(ct))
                throw new CannotStartException("The database to move to is not empty. Name one without any tables.");
            await DatabaseVersion.BringUpToDateAsync(target, logger);
            target.Settings.Add(new Setting { Key = Setting.Moving, Value = from.ToString() });
            await target.SaveChangesAsync(ct);
            return;
        }
        var begun = await target.Settings.AsNoTracking().SingleOrDefaultAsync(setting => setting.Key == Setting.Moving, ct);
        if (begun is null)
            throw new CannotStartException("The database to move to is not empty: it holds a chat already.");
        if (begun.Value != from.ToString())
            throw new CannotStartException(
                "The database to move to holds a part of another chat, or this chat was used after the move was broken off. " +
                "Empty that database and begin again.");
        say("Going on with a move that was broken off.");
    }

    private async Task CopyAsync(MovedTable table, CancellationToken ct)
    {
        var all = await table.CountAsync(source, ct);
        var done = await table.CountAsync(target, ct) - Marker(table);
        List<object?[]> batch = [];
        await foreach (var row in table.ReadAsync(source, done, ct))
        {
            batch.Add(row);
            if (batch.Count == BatchSize)
                await WriteAsync();
        }
        await WriteAsync();

        async Task WriteAsync()
        {
            if (batch.Count > 0)
                await writer.WriteAsync(table, batch, ct);
            done += batch.Count;
            batch.Clear();
            say(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {done:N0} of {all:N0}"));
        }
    }

    private async Task CompareAsync(MovedTable table, CancellationToken ct)
    {
        var (before, after) = (await SumAsync(source, table, ct), await SumAsync(target, table, ct));
        if (before != after)
            throw new CannotStartException($"The copy of {table.Name} differs from what was copied: {after.Count} rows for {before.Count}. Nothing was changed in the old database.");
        say(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {after.Count:N0} rows, SHA-256 {after.Hash[..16]}, the same"));
    }

    private static async Task<(long Count, string Hash)> SumAsync(ChatDb db, MovedTable table, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long count = 0;
        await foreach (var row in table.ReadAsync(db, 0, ct))
        {
            if (table.Name == "settings" && row.Contains(Setting.Moving))
                continue;
            for (var n = 0; n < row.Length; n++)
                hash.AppendData(Encoding.UTF8.GetBytes(Cell.Canonical(row[n], table.Columns[n]) + "\0"));
            count++;
        }
        return (count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static int Marker(MovedTable table) => table.Name == "settings" ? 1 : 0;
}
