using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Reads a room's messages page by page. A page costs the same anywhere in the history.</summary>
public static class HistoryQueries
{
    internal static readonly Refusal OneDirection =
        Refusal.Invalid("before", "Ask for messages before, after or around a message, or at a time: one of them.");

    internal static readonly Refusal NoTime = Refusal.Invalid("at", "That is no time: say Unix milliseconds.");

    /// <returns>The page, and the cursor from which a stream goes on, both read at the same moment.</returns>
    public static async Task<Result<History>> ReadAsync(ChatDb db, string roomId, HistoryQuery query, CancellationToken ct)
    {
        if (query.Directions > 1)
            return OneDirection;
        await using var snapshot = await db.SnapshotAsync(ct);
        var cursor = (await db.HeadAsync(ct)).ToString();
        var all = db.Messages.Where(m => m.RoomId == roomId);
        var room = all.Where(m => m.Number > 0);
        var since = Message.ParseId(query.At);
        if (query.At is not null && since is null)
            return NoTime;
        var found = query.Anchor is { } anchor ? await NumberOfAsync(room, anchor.Id, ct) : since is { } at ? await FirstSinceAsync(all, at, ct) : null;
        if (query.Anchor is { } unknown && found is null)
            return Refusal.Invalid(unknown.Name, "There is no such message in this room.");
        if (found is not { } number)
            return await PageAsync(db, room.OrderByDescending(m => m.Number), query.Limit, older: true, cursor, ct);
        // With two lower bounds, SQLite may begin at the smaller one and walk through half of the room.
        var after = all.Where(m => m.Number > number).OrderBy(m => m.Number);
        if (query is { Around: null, At: null })
        {
            var older = query.Before is not null;
            var side = older
                ? room.Where(m => m.Number < number).OrderByDescending(m => m.Number)
                : after;
            return await PageAsync(db, side, query.Limit, older, cursor, ct);
        }
        // The message itself counts among the older half.
        var newer = query.Limit / 2;
        var before = await PageAsync(db, room.Where(m => m.Number <= number).OrderByDescending(m => m.Number), query.Limit - newer, older: true, cursor, ct);
        var later = await PageAsync(db, after, newer, older: false, cursor, ct);
        return before with { Messages = [.. before.Messages, .. later.Messages], HasNewer = later.HasNewer };
    }

    /// <param name="db">Where they are looked up.</param>
    /// <param name="inOrder">All that lie in the direction, the nearest first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="older">Whether the direction is back in time.</param>
    /// <param name="cursor">As of when this is read.</param>
    /// <param name="ct">Ends the reading.</param>
    internal static async Task<History> PageAsync(
        ChatDb db, IQueryable<Message> inOrder, int limit, bool older, string cursor, CancellationToken ct)
    {
        var ids = await inOrder.Take(limit + 1).Select(m => m.Id).ToListAsync(ct);
        var hasMore = ids.Count > limit;
        var page = ids.Take(limit).ToArray();
        var messages = await MessageQueries.ReadAsync(db, db.Messages.Where(m => page.Contains(m.Id)), ct);
        return new History(messages, hasMore, cursor) { HasNewer = !older && hasMore };
    }

    /// <returns>The number of the first message since a time, or of the last before it; null in an empty room.</returns>
    // Numbers have no holes and times grow with them, so that twenty looks find one among a million, without an index of times.
    private static async Task<long?> FirstSinceAsync(IQueryable<Message> all, long at, CancellationToken ct)
    {
        var (low, high) = (1L, await all.MaxAsync(m => (long?)m.Number, ct) ?? 0);
        if (high < 1)
            return null;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (await all.AnyAsync(m => m.Number == middle && m.PostedAt < at, ct))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private static async Task<long?> NumberOfAsync(IQueryable<Message> room, string id, CancellationToken ct) =>
        Message.ParseId(id) is { } key
            ? await room.Where(m => m.Id == key).Select(m => (long?)m.Number).SingleOrDefaultAsync(ct)
            : null;
}

/// <summary>A page of history, oldest first.</summary>
/// <param name="HasMore">Whether there are more in the direction asked for; around a message: before it.</param>
/// <param name="Cursor">Where a stream can go on after the newest page without a gap.</param>
public sealed record History(IReadOnlyList<MessageView> Messages, bool HasMore, string Cursor)
{
    /// <summary>Whether there are messages after this page; false where that was not asked.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasNewer { get; init; }
}

/// <summary>Which messages: the newest, those before, after or around one, or those around the first since a time.</summary>
public sealed record HistoryQuery(int Limit, string? Before = null, string? After = null, string? Around = null, string? At = null)
{
    internal int Directions => new[] { Before, After, Around, At }.Count(id => id is not null);

    internal (string Name, string Id)? Anchor =>
        Before is not null ? ("before", Before)
        : After is not null ? ("after", After)
        : Around is not null ? ("around", Around)
        : null;
}
