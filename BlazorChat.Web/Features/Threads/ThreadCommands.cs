using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Replies;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Threads;

/// <summary>Follows threads, and moves their read marks.</summary>
public sealed class ThreadCommands(LogWriter log)
{
    private static readonly Refusal OfTheSystem = Refusal.Forbidden("Only what somebody wrote can have a thread.");

    private static readonly Refusal NoSuchReply = Refusal.Invalid("message_id", "There is no such message in this thread.");

    /// <summary>Follows a thread, or no longer. Doing it twice changes nothing.</summary>
    public Task<Result<Done>> FollowAsync(Caller caller, string id, bool follows) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (await FindAsync(append, caller, id, ct) is not { } root)
            return Refusal.NotFound;
        if (root.Type == MessageType.System)
            return OfTheSystem;
        var follow = await append.Beside.Set<ThreadFollow>().FindAsync([caller.UserId, root.Id], ct);
        if ((follow?.Follows ?? false) == follows)
            return default(Done);
        if (follow is null)
            // Who begins to follow counts as having read what is there.
            append.Beside.Add(ThreadFollow.Of(root.Id, caller.UserId, await LastReplyAsync(append, root, ct)));
        else
            follow.Become(follows);
        ThreadFollowers.Log(append, root, caller.UserId, caller.UserId);
        return default(Done);
    });

    /// <summary>Moves the read mark forward, never back.</summary>
    public Task<Result<Done>> ReadAsync(Caller caller, string id, string? messageId) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (await FindAsync(append, caller, id, ct) is not { } root)
            return Refusal.NotFound;
        if (Message.ParseId(messageId) is not { } upTo ||
            !await append.ToRead.Messages.AnyAsync(m => m.Id == upTo && (m.Id == root.Id || m.ThreadId == root.Id), ct))
            return NoSuchReply;
        // Who never followed a thread has no mark in it. Who no longer does keeps one, of which nobody is told until they follow again.
        if (await append.Beside.Set<ThreadFollow>().FindAsync([caller.UserId, root.Id], ct) is { } follow && follow.ReadUpTo(upTo) && follow.Follows)
            append.Log(ThreadEntries.Read, root.RoomId, caller.UserId, root.Id);
        return default(Done);
    });

    /// <summary>Marks a reply and all later ones as unread. Who does so follows the thread: only of those is shown what is unread.</summary>
    public Task<Result<Done>> UnreadAsync(Caller caller, string id, string? messageId) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (await FindAsync(append, caller, id, ct) is not { } root)
            return Refusal.NotFound;
        if (root.Type == MessageType.System)
            return OfTheSystem;
        var replies = append.ToRead.Messages.Where(m => m.ThreadId == root.Id);
        if (Message.ParseId(messageId) is not { } from || (from != root.Id && !await replies.AnyAsync(m => m.Id == from, ct)))
            return NoSuchReply;
        var before = await replies.Where(m => m.Id < from).MaxAsync(m => (long?)m.Id, ct) ?? root.Id;
        var follow = await append.Beside.Set<ThreadFollow>().FindAsync([caller.UserId, root.Id], ct);
        if (follow is null)
            append.Beside.Add(follow = ThreadFollow.Of(root.Id, caller.UserId, before));
        follow.Become(follows: true);
        follow.UnreadAfter(before);
        ThreadFollowers.Log(append, root, caller.UserId, caller.UserId);
        return default(Done);
    });

    private static async Task<Message?> FindAsync(LogAppend append, Caller caller, string id, CancellationToken ct) =>
        await ThreadQueries.FindRootAsync(append.ToRead, id, ct) is { } root &&
        await RoomGate.LookAsync(append, caller, root.RoomId, ct) is not null ? root : null;

    private static async Task<long> LastReplyAsync(LogAppend append, Message root, CancellationToken ct) =>
        await append.ToRead.Set<MessageThread>().AsNoTracking().SingleOrDefaultAsync(t => t.RootId == root.Id, ct) is { LastReplyId: > 0 and var last }
            ? last : root.Id;
}
