using System.Globalization;
using BlazorChat.Core.Files;
using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Search;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Previews;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Search;

/// <summary>The messages that match a search, newest first: those that are not in the index yet, and those that it proposes.</summary>
internal sealed class SearchCandidates(ChatDb db, SearchScope scope, SearchRequest request)
{
    private const int SmallestPage = 32;
    private const int LargestPage = 4000;

    // Words that begin with so few letters are in many messages, and in the index they are many words.
    private const int FewLetters = 2;
    private const int NewestForFewLetters = 1000;

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
        var (found, _) = await WalkAsync(new IdRange(indexed + 1, request.Before), most, int.MaxValue, ct);
        if (found.Count == most)
            return found;
        var edited = await EditedSinceAsync(indexed, ct);
        List<long> older = edited.Length == 0 ? [] : await DecideAsync([.. edited.Where(id => id <= indexed && id < request.Before)], most, ct);
        older.AddRange(await IndexedAsync(new IdRange(0, Math.Min(indexed + 1, request.Before)), indexed, edited, most - found.Count, ct));
        return [.. found, .. older.Distinct().OrderDescending().Take(most - found.Count)];
    }

    private async Task<List<long>> IndexedAsync(IdRange range, long head, long[] edited, int most, CancellationToken ct)
    {
        range = await db.SearchIndex.BetweenAsync(db, range, query.Since, query.Until, ct);
        var terms = scope.Narrow(IndexQuery.Of(query), head);
        if (terms.All.Count == 0)
            return (await WalkAsync(range, most, int.MaxValue, ct)).Found;
        List<long> found = [];
        if (terms.All.Any(any => any.Any(term => term is { IsPrefix: true, Text.Length: <= FewLetters })))
            (found, range) = await WalkAsync(range, most, NewestForFewLetters, ct);
        for (var size = Math.Max(SmallestPage, most); found.Count < most && !range.IsEmpty; size = Math.Min(size * 4, LargestPage))
        {
            var proposed = await db.SearchIndex.FindAsync(db, terms, range, size, ct);
            var fresh = proposed.Except(edited).ToArray();
            found.AddRange(await DecideAsync(fresh, most - found.Count, ct));
            range = range with { Before = proposed.Count < size ? range.From : proposed[^1] };
        }
        return found;
    }

    /// <summary>Looks at all messages one after the other, from the newest on.</summary>
    /// <returns>Those that match, and where it ended.</returns>
    private async Task<(List<long> Found, IdRange Left)> WalkAsync(IdRange range, int most, int upTo, CancellationToken ct)
    {
        List<long> found = [];
        var size = SmallestPage * 8;
        for (var seen = 0; found.Count < most && seen < upTo && !range.IsEmpty; size = Math.Min(size * 4, LargestPage))
        {
            var (from, before) = range;
            var ids = await db.Messages.Where(m => m.Id >= from && m.Id < before).OrderByDescending(m => m.Id).Select(m => m.Id).Take(Math.Min(size, upTo - seen)).ToArrayAsync(ct);
            if (ids.Length == 0)
                return (found, range with { Before = from });
            found.AddRange(await DecideAsync(ids, most - found.Count, ct));
            (seen, range) = (seen + ids.Length, range with { Before = ids[^1] });
        }
        return (found, range);
    }

    private async Task<long[]> EditedSinceAsync(long position, CancellationToken ct) =>
    [
        .. (await db.Log.Where(e => e.Position > position && (e.Kind == MessageEvents.Edited || e.Kind == PreviewEvents.Changed)).Select(e => e.Subject).Distinct().ToListAsync(ct))
            .Select(id => long.Parse(id, CultureInfo.InvariantCulture)),
    ];

    // By their ids, not by where they begin and end: then SQLite would read all messages of the rooms that may be seen.
    private Task<List<long>> DecideAsync(long[] ids, int most, CancellationToken ct) =>
        ids.Length == 0 ? Task.FromResult<List<long>>([]) : DecideAsync(db.Messages.Where(m => ids.Contains(m.Id)), most, ct);

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
        var titles = await PreviewView.TitlesAsync(db, proposed, ct);
        var rows = allowed.LeftJoin(db.Attachments.Where(a => a.DiscardedAt == null), m => m.Id, a => a.MessageId, (m, file) => new
        {
            m.Id,
            m.Text,
            FileName = file == null ? null : file.Name,
            FileKind = file == null ? (FileKind?)null : file.Kind,
        }).OrderByDescending(row => row.Id);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var text = Formatted.Of(row.Text);
            if (!Has(text, row.FileKind) || !new SearchedMessage(row.Text, [row.FileName, .. PreviewView.TitlesIn(text, titles[row.Id])]).Matches(query))
                continue;
            matching.Add(row.Id);
            if (matching.Count == most)
                break;
        }
        return matching;
    }

    private bool Has(Formatted text, FileKind? file) =>
        (!query.HasFile || file is not null) && (!query.HasImage || file == FileKind.Image) && (!query.HasLink || text.HasLink);
}
