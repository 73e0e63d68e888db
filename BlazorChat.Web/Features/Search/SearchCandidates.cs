using System.Globalization;
using BlazorChat.Core.Files;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Search;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Search;

/// <summary>The messages that match a search, newest first: those that are not in the index yet, and those that it proposes.</summary>
internal sealed class SearchCandidates(ChatDb db, SearchScope scope, SearchRequest request)
{
    private const int SmallestPage = 32;
    private const int LargestPage = 4000;

    private readonly SearchQuery query = request.Query;

    /// <returns>Their ids.</returns>
    public async Task<List<long>> FindAsync(int most, CancellationToken ct)
    {
        if (scope.Rooms is [] || scope.Authors is [])
            return [];
        if (query.IsPinned)
            return await DecideAsync(db.Messages.Where(m => m.PinPosition != null && m.Id < request.Before), most, ct);
        // First how far the index is, then what changed since: what it learns meanwhile is found twice, not never.
        var indexed = await db.Followers.Where(f => f.Name == SearchFollower.FollowerName).Select(f => f.Position).SingleOrDefaultAsync(ct);
        var found = await WalkAsync(new IdRange(indexed + 1, request.Before), most, ct);
        if (found.Count == most)
            return found;
        var edited = await EditedSinceAsync(indexed, ct);
        var older = await DecideAsync(db.Messages.Where(m => edited.Contains(m.Id) && m.Id <= indexed && m.Id < request.Before), most, ct);
        older.AddRange(await IndexedAsync(new IdRange(0, Math.Min(indexed + 1, request.Before)), indexed, edited, most - found.Count, ct));
        return [.. found, .. older.OrderDescending().Take(most - found.Count)];
    }

    private async Task<List<long>> IndexedAsync(IdRange range, long head, long[] edited, int most, CancellationToken ct)
    {
        range = await db.SearchIndex.BetweenAsync(db, range, query.Since, query.Until, ct);
        var terms = scope.Narrow(IndexQuery.Of(query), head);
        if (terms.All.Count == 0)
            return await WalkAsync(range, most, ct);
        List<long> found = [];
        for (var size = Math.Max(SmallestPage, most); found.Count < most && !range.IsEmpty; size = Math.Min(size * 4, LargestPage))
        {
            var proposed = await db.SearchIndex.FindAsync(db, terms, range, size, ct);
            var fresh = proposed.Except(edited).ToArray();
            found.AddRange(await DecideAsync(db.Messages.Where(m => fresh.Contains(m.Id)), most - found.Count, ct));
            range = range with { Before = proposed.Count < size ? range.From : proposed[^1] };
        }
        return found;
    }

    // All messages one after the other, from the newest on.
    private async Task<List<long>> WalkAsync(IdRange range, int most, CancellationToken ct)
    {
        List<long> found = [];
        for (var size = SmallestPage * 8; found.Count < most && !range.IsEmpty; size = Math.Min(size * 4, LargestPage))
        {
            var (from, before) = range;
            var ids = await db.Messages.Where(m => m.Id >= from && m.Id < before).OrderByDescending(m => m.Id).Select(m => m.Id).Take(size).ToArrayAsync(ct);
            if (ids.Length == 0)
                break;
            var last = ids[^1];
            found.AddRange(await DecideAsync(db.Messages.Where(m => m.Id >= last && m.Id < before), most - found.Count, ct));
            range = range with { Before = last };
        }
        return found;
    }

    private async Task<long[]> EditedSinceAsync(long position, CancellationToken ct) =>
    [
        .. (await db.Log.Where(e => e.Position > position && e.Kind == MessageEvents.Edited).Select(e => e.Subject).Distinct().ToListAsync(ct))
            .Select(id => long.Parse(id, CultureInfo.InvariantCulture)),
    ];

    /// <returns>Ids of those that match, the newest first.</returns>
    private async Task<List<long>> DecideAsync(IQueryable<Message> proposed, int most, CancellationToken ct)
    {
        var seen = db.RoomIdsSeenBy(scope.Caller.UserId);
        var allowed = proposed.AsNoTracking().Where(m => m.DeletedAt == null && m.Type != MessageType.System && seen.Contains(m.RoomId));
        if (scope.Rooms is { } rooms)
            allowed = allowed.Where(m => rooms.Contains(m.RoomId));
        if (scope.Authors is { } authors)
            allowed = allowed.Where(m => authors.Contains(m.AuthorId));
        if (query.IsInThread)
            allowed = allowed.Where(m => m.ThreadId != null);
        if (query.Since is { } since)
            allowed = allowed.Where(m => m.PostedAt >= since);
        if (query.Until is { } until)
            allowed = allowed.Where(m => m.PostedAt < until);
        List<long> matching = [];
        var rows = allowed.LeftJoin(db.Attachments.Where(a => a.DiscardedAt == null), m => m.Id, a => a.MessageId, (m, file) => new
        {
            m.Id,
            m.Text,
            FileName = file == null ? null : file.Name,
            FileKind = file == null ? (FileKind?)null : file.Kind,
        }).OrderByDescending(row => row.Id);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!Has(row.Text, row.FileKind) || !new SearchedMessage(row.Text, row.FileName).Matches(query))
                continue;
            matching.Add(row.Id);
            if (matching.Count == most)
                break;
        }
        return matching;
    }

    private bool Has(string text, FileKind? file) =>
        (!query.HasFile || file is not null) && (!query.HasImage || file == FileKind.Image) && (!query.HasLink || MessageHtml.HasLink(text));
}
