using BlazorChat.Core;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Log;

/// <summary>
/// Deletes old entries of the log. Messages stay; a reader who comes back with an older cursor is told to load afresh. It
/// waits for followers until an entry is twice as old as the retention time, and then deletes it, handled or not. With several
/// nodes, one of them does it.
/// </summary>
internal sealed class LogTrimmer(
    LogWriter log, IEnumerable<Follower> followers, IOptions<LogOptions> options, Leases leases, TimeProvider clock, ILogger<LogTrimmer> logger)
    : PeriodicService(TimeSpan.FromHours(1), clock, logger)
{
    // Posts go in between two batches, so none waits for a month's worth of deletions.
    private const int BatchSize = 500;

    /// <summary>Deletes batches until nothing old is left, or nothing can be saved just now.</summary>
    internal async Task TrimAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested && await log.AppendAsync(TrimBatchAsync) is { Refusal: null, Value: BatchSize })
        {
        }
    }

    protected override Task RunAsync(CancellationToken stoppingToken) =>
        leases.HoldAsync("log_trimmer", lease => base.RunAsync(lease.Lost), stoppingToken);

    protected override Task TickAsync(CancellationToken stoppingToken) => TrimAsync(stoppingToken);

    private async Task<Result<int>> TrimBatchAsync(LogAppend append, CancellationToken ct)
    {
        var kept = (long)TimeSpan.FromDays(options.Value.RetentionDays).TotalMilliseconds;
        var (before, atLast) = (append.Now - kept, append.Now - (2 * kept));
        var handled = await HandledAsync(append.Db, ct);
        var oldest = await append.Db.Log.OrderBy(e => e.Position).Take(BatchSize).ToListAsync(ct);
        // Only from the start of the log on: even if the clock was set back, no holes appear.
        var outdated = oldest.TakeWhile(e => e.At < before && (e.Position <= handled || e.At < atLast)).ToList();
        if (outdated.Count > 0)
        {
            append.Db.Log.RemoveRange(outdated);
            (await append.Db.LogState.SingleAsync(ct)).TrimmedTo = outdated[^1].Position;
        }
        return outdated.Count;
    }

    // A follower that runs here knows how far it has come; one that runs on another node has saved it.
    private async Task<long> HandledAsync(ChatDb db, CancellationToken ct)
    {
        var saved = await db.Followers.ToDictionaryAsync(f => f.Name, f => f.Position, ct);
        return followers.Select(follower => Math.Max(follower.Position, saved.GetValueOrDefault(follower.Name, -1)))
            .DefaultIfEmpty(long.MaxValue).Min();
    }
}
