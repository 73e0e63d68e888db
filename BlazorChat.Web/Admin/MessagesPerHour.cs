using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>
/// How many messages of the existing rooms were posted in each of the last 24 hours. It reads only messages newer than at the last
/// call, in the order of their ids: the table has no index on time, because that would slow down posting. When a room has changed, it
/// may have been deleted with its messages, and all are counted once more.
/// </summary>
internal sealed class MessagesPerHour(IDbContextFactory<ChatDb> databases, TimeProvider clock) : IOnCommitted, IDisposable
{
    private const int Hours = 24;
    private const long HourMilliseconds = 60 * 60 * 1000;

    private readonly SemaphoreSlim counting = new(1);
    private readonly Dictionary<long, int> byHour = [];
    private long countedTo;
    private volatile bool isOutdated;

    public IReadOnlyList<EntryKind> Kinds { get; } = [RoomEvents.Changed];

    public Task CommittedAsync(LogEntry entry, CancellationToken ct)
    {
        isOutdated = true;
        return Task.CompletedTask;
    }

    /// <returns>Oldest first; the last one is the current hour.</returns>
    public async Task<IReadOnlyList<HourCount>> CountAsync(CancellationToken ct)
    {
        await counting.WaitAsync(ct);
        try
        {
            var thisHour = clock.GetUtcNow().ToUnixTimeMilliseconds() / HourMilliseconds;
            await CountNewAsync(thisHour - Hours + 1, ct);
            return
            [
                .. Enumerable.Range(1 - Hours, Hours).Select(n => thisHour + n)
                    .Select(hour => new HourCount(hour * HourMilliseconds, byHour.GetValueOrDefault(hour))),
            ];
        }
        finally
        {
            counting.Release();
        }
    }

    public void Dispose() => counting.Dispose();

    private async Task CountNewAsync(long firstHour, CancellationToken ct)
    {
        if (isOutdated)
        {
            isOutdated = false;
            byHour.Clear();
            countedTo = 0;
        }
        foreach (var past in byHour.Keys.Where(hour => hour < firstHour).ToList())
            byHour.Remove(past);
        await using var db = await databases.CreateDbContextAsync(ct);
        Dictionary<long, int> found = [];
        var newest = countedTo;
        await foreach (var (id, postedAt) in db.Messages.Where(m => m.Id > countedTo).OrderByDescending(m => m.Id)
            .Select(m => new ValueTuple<long, long>(m.Id, m.PostedAt)).AsAsyncEnumerable().WithCancellation(ct))
        {
            newest = Math.Max(newest, id);
            var hour = postedAt / HourMilliseconds;
            if (hour < firstHour)
                break;
            found[hour] = found.GetValueOrDefault(hour) + 1;
        }
        foreach (var (hour, count) in found)
            byHour[hour] = byHour.GetValueOrDefault(hour) + count;
        countedTo = newest;
    }
}

/// <param name="Hour">When the hour began, Unix milliseconds.</param>
public sealed record HourCount(long Hour, int Count);
