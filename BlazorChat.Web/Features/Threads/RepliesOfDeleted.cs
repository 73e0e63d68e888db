using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Replies;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Threads;

/// <summary>A deleted reply no longer counts in its thread's summary. The thread of a deleted message stays.</summary>
internal sealed class RepliesOfDeleted : IOnMessageDeleted
{
    public async Task DeletedAsync(LogAppend append, Caller caller, Message message, Room room, CancellationToken ct)
    {
        if (message.ThreadId is not { } rootId || await append.Db.Set<MessageThread>().FindAsync([rootId], ct) is not { } thread)
            return;
        // Several may be deleted in one change: what is left is asked after this one is gone.
        await append.Db.SaveChangesAsync(ct);
        var left = append.Db.Messages.AsNoTracking().Where(m => m.ThreadId == rootId && m.DeletedAt == null);
        var people = await left.GroupBy(m => m.AuthorId).Select(of => new { of.Key, Last = of.Max(m => m.Id) })
            .OrderByDescending(of => of.Last).Take(MessageThread.MostPeople).Select(of => of.Key).ToListAsync(ct);
        thread.Remove(await left.OrderByDescending(m => m.Id).FirstOrDefaultAsync(ct), people);
        append.Log(ThreadEntries.Changed, message.RoomId, caller.UserId, rootId);
    }
}
