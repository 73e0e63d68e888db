using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Previews;

/// <summary>A deleted message has no previews. The follower then deletes the pages that nothing links to any more.</summary>
internal sealed class PreviewsOfDeleted : IOnMessageDeleted
{
    public Task DeletedAsync(LogAppend append, Caller caller, Message message, Room room, CancellationToken ct) =>
        append.Db.Set<LinkPreview>().Where(p => p.MessageId == message.Id).ExecuteDeleteAsync(ct);
}
