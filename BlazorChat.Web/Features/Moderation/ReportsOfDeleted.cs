using BlazorChat.Core.Messages;
using BlazorChat.Core.Moderation;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Moderation;

/// <summary>
/// Closes the reports of a message that a moderator deletes. If the author deletes it, the reports stay open, because it may
/// still have been an offence.
/// </summary>
internal sealed class ReportsOfDeleted : IOnMessageDeleted
{
    public async Task DeletedAsync(LogAppend append, Caller caller, Message message, Room room, CancellationToken ct)
    {
        if (!message.IsBy(caller.UserId))
            await ReportCommands.SettleAsync(append, caller, room, message.Id, ReportState.Deleted, ct);
    }
}
