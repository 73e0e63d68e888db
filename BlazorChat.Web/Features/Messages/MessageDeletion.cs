using System.Globalization;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Leaves a message's tombstone, as part of a larger change, for someone who may.</summary>
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

/// <summary>What else goes, or is told, when a message is deleted, inside the transaction. Features register theirs.</summary>
public interface IOnMessageDeleted
{
    Task DeletedAsync(LogAppend append, Caller caller, Message message, Room room, CancellationToken ct);
}
