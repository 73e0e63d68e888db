using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Replies;

/// <summary>The thread that a reply is posted in. It begins with its first reply.</summary>
internal sealed class ThreadPlace(Message root)
{
    private static readonly Refusal NoSuchThread =
        Refusal.Invalid("thread_id", "There is no such message in this room to reply to in a thread.");

    private static readonly Refusal OfTheSystem =
        Refusal.Invalid("thread_id", "Only what somebody wrote can have a thread.");

    private static readonly Refusal RootDeleted =
        Refusal.Conflict("message_deleted", "This message was deleted before it had a thread.", "thread_id");

    public long RootId => root.Id;

    /// <param name="db">Where it is looked up.</param>
    /// <param name="roomId">The room that the reply is posted to.</param>
    /// <param name="threadId">The id of the root, or of any reply in the thread.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<Result<ThreadPlace>> FindAsync(ChatDb db, string? roomId, string threadId, CancellationToken ct) =>
        await FindRootAsync(db, roomId, threadId, ct) switch
        {
            null => NoSuchThread,
            { Type: MessageType.System } => OfTheSystem,
            { IsDeleted: true } root when !await db.Set<MessageThread>().AnyAsync(t => t.RootId == root.Id, ct) => RootDeleted,
            var root => new ThreadPlace(root),
        };

    /// <returns>The root of the thread that a message's id means: the message itself, or the one on which that reply hangs.</returns>
    public static async Task<Message?> FindRootAsync(ChatDb db, string? roomId, string? threadId, CancellationToken ct) =>
        Message.ParseId(threadId) is { } id
            ? await db.Messages.AsNoTracking().Where(m => m.RoomId == roomId)
                .SingleOrDefaultAsync(m => m.Id == (db.Messages.Where(named => named.Id == id).Select(named => named.ThreadId).FirstOrDefault() ?? id), ct)
            : null;

    /// <summary>Counts a reply that has just been posted, and lets those follow the thread whom it concerns.</summary>
    public async Task AddAsync(LogAppend append, Message reply, IReadOnlyList<Mention> mentions, CancellationToken ct)
    {
        var db = append.Beside;
        List<string> concerned = [.. mentions.Select(mention => mention.UserId)];
        if (await db.Set<MessageThread>().FindAsync([root.Id], ct) is not { } thread)
        {
            db.Add(thread = MessageThread.On(root));
            concerned.Add(root.AuthorId);
            concerned.AddRange(await db.Mentions.Where(m => m.MessageId == root.Id).Select(m => m.UserId).ToListAsync(ct));
        }
        var readBefore = thread.LastReplyId > 0 ? thread.LastReplyId : root.Id;
        thread.Add(reply);
        append.Log(ThreadEntries.Changed, root.RoomId, reply.AuthorId, root.Id);
        await ThreadFollowers.AnswerAsync(append, root, reply, ct);
        await ThreadFollowers.AddAsync(append, root, reply.AuthorId, concerned.Where(userId => userId != reply.AuthorId), readBefore, ct);
    }
}
