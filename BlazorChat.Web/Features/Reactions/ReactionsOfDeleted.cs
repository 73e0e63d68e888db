using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Reactions;

/// <summary>A deleted message has no reactions.</summary>
internal sealed class ReactionsOfDeleted : IOnMessageDeleted
{
    public async Task DeletedAsync(LogAppend append, Caller caller, Message message, Room room, CancellationToken ct) =>
        append.Db.Reactions.RemoveRange(await append.Db.Reactions.Where(r => r.MessageId == message.Id).ToListAsync(ct));
}
