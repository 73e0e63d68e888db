using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Replies;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Threads;

/// <summary>Reads a thread page by page, in the order of posting.</summary>
internal static class ThreadQueries
{
    private static readonly Refusal NoSuchReply = Refusal.Invalid("before", "There is no such message in this thread.");

    /// <returns>The root of the thread that an id means, in whatever room.</returns>
    public static async Task<Message?> FindRootAsync(ChatDb db, string? id, CancellationToken ct) =>
        Message.ParseId(id) is { } number && await db.Messages.Where(m => m.Id == number).Select(m => m.RoomId).SingleOrDefaultAsync(ct) is { } roomId
            ? await ThreadPlace.FindRootAsync(db, roomId, id, ct)
            : null;

    /// <summary>The caller has been asked whether they may see the room.</summary>
    public static async Task<Result<ThreadPage>> ReadAsync(
        ChatDb db, string userId, string roomId, string id, HistoryQuery query, CancellationToken ct)
    {
        if (query.Directions > 1)
            return HistoryQueries.OneDirection;
        await using var snapshot = await db.SnapshotAsync(ct);
        var cursor = (await db.HeadAsync(ct)).ToString();
        if (await ThreadPlace.FindRootAsync(db, roomId, id, ct) is not { } root)
            return Refusal.NotFound;
        var replies = await PageAsync(db, db.Messages.Where(m => m.ThreadId == root.Id), root.Id, query, cursor, ct);
        if (replies.Refusal is { } why)
            return why;
        var follow = await db.Set<ThreadFollow>().AsNoTracking().SingleOrDefaultAsync(f => f.RootId == root.Id && f.UserId == userId, ct);
        return new ThreadPage(
            (await MessageQueries.FindAsync(db, root.Id, ct))!, replies.Value.Messages, replies.Value.HasMore, follow?.Follows ?? false,
            follow is { Follows: true } ? follow.ReadUpToId.ToString(CultureInfo.InvariantCulture) : null, cursor)
        {
            HasNewer = replies.Value.HasNewer,
        };
    }

    private static async Task<Result<History>> PageAsync(
        ChatDb db, IQueryable<Message> replies, long rootId, HistoryQuery query, string cursor, CancellationToken ct)
    {
        if (query.At is not null && Message.ParseId(query.At) is null)
            return HistoryQueries.NoTime;
        if (Message.ParseId(query.At) is { } time)
        {
            var first = await replies.Where(m => m.PostedAt >= time).MinAsync(m => (long?)m.Id, ct) ?? await replies.MaxAsync(m => (long?)m.Id, ct);
            query = query with { At = null, Around = (first ?? rootId).ToString(CultureInfo.InvariantCulture) };
        }
        if (query.Anchor is not { } anchor)
            return await HistoryQueries.PageAsync(db, replies.OrderByDescending(m => m.Id), query.Limit, older: true, cursor, ct);
        if (Message.ParseId(anchor.Id) is not { } at || (at != rootId && !await replies.AnyAsync(m => m.Id == at, ct)))
            return NoSuchReply with { Field = anchor.Name };
        var older = replies.Where(m => m.Id < at || (query.Around != null && m.Id == at)).OrderByDescending(m => m.Id);
        var newer = replies.Where(m => m.Id > at).OrderBy(m => m.Id);
        if (query.Around is null)
            return query.Before is null
                ? await HistoryQueries.PageAsync(db, newer, query.Limit, older: false, cursor, ct)
                : await HistoryQueries.PageAsync(db, older, query.Limit, older: true, cursor, ct);
        var before = await HistoryQueries.PageAsync(db, older, query.Limit - (query.Limit / 2), older: true, cursor, ct);
        var after = await HistoryQueries.PageAsync(db, newer, query.Limit / 2, older: false, cursor, ct);
        return before with { Messages = [.. before.Messages, .. after.Messages], HasNewer = after.HasNewer };
    }
}

/// <summary>A page of a thread.</summary>
/// <param name="Root">The message on which it hangs.</param>
/// <param name="Messages">Replies, oldest first.</param>
/// <param name="HasMore">Whether there are more in the direction asked for; around a reply: before it.</param>
/// <param name="Following">Whether the caller follows it.</param>
/// <param name="ReadUpTo">The last message that the caller has read; null if they do not follow it.</param>
/// <param name="Cursor">Where a stream can go on after the newest page without a gap.</param>
public sealed record ThreadPage(
    MessageView Root, IReadOnlyList<MessageView> Messages, bool HasMore, bool Following, string? ReadUpTo, string Cursor)
{
    /// <summary>Whether there are replies after this page; false where that was not asked.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasNewer { get; init; }
}
