using System.Globalization;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Turns a message into a tombstone, as part of a larger change. The caller has checked the right to do so.</summary>
public sealed class MessageDeletion(IEnumerable<IOnMessageDeleted> hooks)
{
    public async Task DeleteAsync(LogAppend append, Caller caller, Message message, Room room, CancellationToken ct)
    {
        message.Delete(append.Now);
        append.Db.Mentions.RemoveRange(await append.Db.Mentions.Where(m => m.MessageId == message.Id).ToListAsync(ct));
        append.Log(MessageEvents.Deleted, message.RoomId, caller.UserId, message.Id);
        if (!message.IsBy(caller.UserId))
            append.Audit(caller, "message.delete", await append.Db.Users.FindAsync([message.AuthorId], ct), room,
                string.Create(CultureInfo.InvariantCulture, $"message {message.Id}"));
        foreach (var hook in hooks)
            await hook.DeletedAsync(append, caller, message, room, ct);
    }
}

/// <summary>A hook inside the transaction that deletes a message. Features use it to delete or log what belongs to the message.</summary>
public interface IOnMessageDeleted
{
    Task DeletedAsync(LogAppend append, Caller caller, Message message, Room room, CancellationToken ct);
}
