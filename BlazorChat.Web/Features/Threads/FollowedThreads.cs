using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Threads;

/// <summary>Lists the threads that someone follows in rooms that they may read now, by their last reply.</summary>
internal static class FollowedThreads
{
    private const int Most = 200;

    private static readonly Refusal NoSuchThread = Refusal.Invalid("before", "There is no such thread.");

    /// <param name="db">Where they are looked up.</param>
    /// <param name="userId">Who follows them.</param>
    /// <param name="onlyUnread">Only those with unread replies.</param>
    /// <param name="before">A reply, or the root of a thread: older ones are wanted. Null: the newest.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<Result<ThreadsPage>> ReadAsync(
        ChatDb db, string userId, bool onlyUnread, string? before, int limit, CancellationToken ct)
    {
        await using var snapshot = await db.SnapshotAsync(ct);
        var older = long.MaxValue;
        if (before is not null)
        {
            if (await PositionAsync(db, userId, before, ct) is not { } position)
                return NoSuchThread;
            older = position;
        }
        var rows = await Rows(db, userId)
            .Where(row => row.LastReplyId < older && (!onlyUnread || (row.LastReplyId > row.ReadUpToId && row.Unread > 0)))
            .OrderByDescending(row => row.LastReplyId).Take(limit + 1).ToListAsync(ct);
        var hasMore = rows.Count > limit;
        return new ThreadsPage(await ViewAsync(db, rows.Take(limit).ToList(), ct), hasMore);
    }

    /// <returns>What is unread in threads, at most so much as a list of them shows at once.</returns>
    public static async Task<UnreadThread[]> UnreadAsync(ChatDb db, string userId, CancellationToken ct) =>
    [
        .. (await Rows(db, userId).Where(row => row.LastReplyId > row.ReadUpToId && row.Unread > 0)
            .OrderByDescending(row => row.LastReplyId).Take(Most).ToListAsync(ct))
            .Select(row => new UnreadThread(Word(row.RootId), row.RoomId, row.Unread, row.Mentions)),
    ];

    // What the caller blocked, wrote or has deleted is not unread.
    private static IQueryable<Row> Rows(ChatDb db, string userId)
    {
        var seen = db.RoomIdsSeenBy(userId);
        return db.Set<ThreadFollow>().AsNoTracking().Where(f => f.UserId == userId && f.Follows)
            .Join(db.Set<MessageThread>().Where(t => t.Replies > 0), f => f.RootId, t => t.RootId, (follow, thread) => new { follow, thread })
            .Where(row => seen.Contains(row.thread.RoomId))
            .Select(row => new Row
            {
                RootId = row.thread.RootId,
                RoomId = row.thread.RoomId,
                LastReplyId = row.thread.LastReplyId,
                ReadUpToId = row.follow.ReadUpToId,
                Unread = db.Messages.Count(m =>
                    m.ThreadId == row.thread.RootId && m.Id > row.follow.ReadUpToId && m.DeletedAt == null && m.AuthorId != userId &&
                    !db.Blocks.Any(b => b.UserId == userId && b.BlockedId == m.AuthorId)),
                Mentions = db.Messages.Count(m =>
                    m.ThreadId == row.thread.RootId && m.Id > row.follow.ReadUpToId && m.DeletedAt == null &&
                    db.Mentions.Any(n => n.MessageId == m.Id && n.UserId == userId) &&
                    !db.Blocks.Any(b => b.UserId == userId && b.BlockedId == m.AuthorId)),
            });
    }

    private static async Task<IReadOnlyList<FollowedThread>> ViewAsync(ChatDb db, IReadOnlyList<Row> rows, CancellationToken ct)
    {
        long[] ids = [.. rows.SelectMany(row => new[] { row.RootId, row.LastReplyId })];
        var messages = (await MessageQueries.ReadAsync(db, db.Messages.Where(m => ids.Contains(m.Id)), ct)).ToDictionary(message => message.Id);
        return
        [
            .. rows.Select(row => (Row: row, Root: messages[Word(row.RootId)]))
                .Select(found => new FollowedThread(
                    found.Root, found.Root.Thread!, found.Row.Unread, messages[Word(found.Row.LastReplyId)]) { Mentions = found.Row.Mentions }),
        ];
    }

    private static async Task<long?> PositionAsync(ChatDb db, string userId, string id, CancellationToken ct)
    {
        if (await ThreadQueries.FindRootAsync(db, id, ct) is not { } root || !await db.RoomIdsSeenBy(userId).ContainsAsync(root.RoomId, ct))
            return null;
        var given = Message.ParseId(id)!.Value;
        return given != root.Id ? given
            : await Rows(db, userId).Where(row => row.RootId == root.Id).Select(row => (long?)row.LastReplyId).SingleOrDefaultAsync(ct);
    }

    private static string Word(long id) => id.ToString(CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public long RootId { get; init; }

        public string RoomId { get; init; } = "";

        public long LastReplyId { get; init; }

        public long ReadUpToId { get; init; }

        public int Unread { get; init; }

        public int Mentions { get; init; }
    }
}

/// <param name="Threads">By their last reply, the latest first.</param>
/// <param name="HasMore">Whether there are older ones.</param>
public sealed record ThreadsPage(IReadOnlyList<FollowedThread> Threads, bool HasMore);

/// <summary>A thread that the caller follows.</summary>
/// <param name="Root">The message on which it hangs.</param>
/// <param name="Thread">Its summary, as in the root.</param>
/// <param name="Unread">How many replies of others after the caller's read mark are not deleted.</param>
/// <param name="LastReply">The newest reply that is not deleted.</param>
public sealed record FollowedThread(MessageView Root, Replies.ThreadView Thread, int Unread, MessageView LastReply)
{
    /// <summary>How many of the unread replies mention the caller.</summary>
    public int Mentions { get; init; }
}

/// <summary>What is unread in a thread, as the page's scripts count it.</summary>
/// <param name="RootId">The message on which it hangs.</param>
/// <param name="RoomId">The room.</param>
/// <param name="Unread">How many replies.</param>
/// <param name="Mentions">How many of them mention the reader.</param>
public sealed record UnreadThread(string RootId, string RoomId, int Unread, int Mentions);
