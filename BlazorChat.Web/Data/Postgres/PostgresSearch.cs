using System.Data;
using BlazorChat.Core.Search;
using BlazorChat.Core.Search.Segments;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data.Postgres;

/// <summary>
/// An inverted index of our own, in segments, like that of FTS5. Messages that are entered together become a segment: blocks of terms,
/// each with the messages that have it. Small segments are merged into larger ones. A segment is not changed, except when messages are
/// taken out.
/// </summary>
internal sealed class PostgresSearch : SearchIndex
{
    // So many messages are looked through at first, and then more and more.
    private const long FirstStep = 16_384;
    private const int Growth = 4;

    // Smaller segments leave little behind.
    private const long LargeSegment = 4_096;

    private bool isSpaceFreed;

    protected override int Version => 5;

    protected override Task CreateAsync(DbContext db, CancellationToken ct) => SegmentTables.CreateAsync(db, ct);

    // The segments may be merged between two statements: all of them see the same state.
    public override async Task<List<long>> FindAsync(DbContext db, IndexQuery terms, IdRange range, int most, CancellationToken ct)
    {
        await using var snapshot = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct) : null;
        var (query, segments, found) = (new SegmentQuery(terms), await SegmentTables.WithAsync(db, range, ct), new List<long>());
        for (var (next, step) = (0, FirstStep); next < segments.Count; step *= Growth)
        {
            List<SearchSegment> some = [];
            for (var messages = 0L; next < segments.Count && messages < step; messages += segments[next++].Messages)
                some.Add(segments[next]);
            foreach (var blocks in await SegmentTables.FindAsync(db, some, query.Ranges, ct))
                found.AddRange(query.Find(blocks).Where(id => id >= range.From && id < range.Before));
            SortedIds.Sort(found);
            if (found.Count >= most && next < segments.Count && found[most - 1] >= segments[next].To)
                break;
        }
        return found.Count > most ? found[..most] : found;
    }

    public override async Task RemoveAsync(DbContext db, IReadOnlyList<long> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return;
        await LockAsync(db, ct);
        var (gone, removed) = (ids.ToHashSet(), 0L);
        var segments = (await SegmentTables.WithAsync(db, new IdRange(ids.Min(), ids.Max() + 1), ct)).Where(segment => ids.Any(id => id >= segment.From && id <= segment.To));
        var everything = new SegmentQuery(new IndexQuery([[SegmentTerms.Everything]], []));
        foreach (var blocks in await SegmentTables.FindAsync(db, segments, everything.Ranges, ct))
            if (everything.Find(blocks).Count(gone.Contains) is > 0 and var count)
            {
                await RemoveAsync(db, blocks.Key, gone, ct);
                await SegmentTables.TakeMessagesAsync(db, blocks.Key, count, ct);
                removed += count;
            }
        if (removed > 0)
            await db.RunAsync("UPDATE search_state SET removed = removed + @removed", ct, ("removed", removed));
    }

    // What was taken out is still in the files until they are vacuumed, which PostgreSQL does by itself only once there is much of it.
    public override async Task<bool> TryFinishForgettingAsync(DbContext db, CancellationToken ct)
    {
        await VacuumAsync(db, ct);
        return true;
    }

    public override Task TidyAsync(DbContext db, CancellationToken ct) => isSpaceFreed ? VacuumAsync(db, ct) : Task.CompletedTask;

    protected override async Task InsertAsync(DbContext db, IReadOnlyList<IndexedMessage> messages, CancellationToken ct)
    {
        if (messages.Count == 0)
            return;
        await LockAsync(db, ct);
        var range = new IdRange(messages.Min(message => message.Id), messages.Max(message => message.Id) + 1);
        var segment = await SegmentTables.AddAsync(db, messages.Count, range, ct);
        await SegmentTables.AddAsync(db, segment, SegmentTerms.Blocks(messages.Select(message => (message.Id, message.Terms))), ct);
        while (SearchSegment.ToMerge(await SegmentTables.SmallAsync(db, ct)) is { } alike)
            await MergeAsync(db, alike, ct);
    }

    private async Task MergeAsync(DbContext db, IReadOnlyList<SearchSegment> segments, CancellationToken ct)
    {
        long[] ids = [.. segments.Select(segment => segment.Id)];
        var messages = segments.Sum(segment => segment.Messages);
        var merged = await SegmentTables.AddAsync(db, messages, new IdRange(segments.Min(segment => segment.From), segments.Max(segment => segment.To) + 1), ct);
        var (merge, writer) = (new TermMerge(), new BlockWriter());
        await foreach (var page in SegmentTables.PagesAsync(db, ids, ct))
        {
            foreach (var block in page)
                merge.Add(block, writer);
            await SegmentTables.AddAsync(db, merged, writer.TakeFull(), ct);
        }
        await SegmentTables.AddAsync(db, merged, merge.End(writer), ct);
        await SegmentTables.RemoveAsync(db, ids, ct);
        isSpaceFreed |= messages >= LargeSegment;
    }

    private static async Task RemoveAsync(DbContext db, long segment, HashSet<long> gone, CancellationToken ct)
    {
        await foreach (var page in SegmentTables.PagesAsync(db, [segment], ct))
        {
            var changed = page.Select(block => (Block: block, Left: block.Without(gone))).Where(each => each.Left is not null).ToList();
            await SegmentTables.RemoveAsync(db, segment, changed.Select(each => each.Block), ct);
            await SegmentTables.AddAsync(db, segment, [.. changed.SelectMany(each => each.Left!)], ct);
        }
    }

    // A node that stood still may go on with what another has taken over.
    private static Task LockAsync(DbContext db, CancellationToken ct) => db.RunAsync("SELECT version FROM search_state FOR UPDATE", ct);

    private async Task VacuumAsync(DbContext db, CancellationToken ct)
    {
        await using var vacuum = await db.CommandAsync("VACUUM search_blocks", ct);
        vacuum.CommandTimeout = 0;
        await vacuum.ExecuteNonQueryAsync(ct);
        isSpaceFreed = false;
    }
}
