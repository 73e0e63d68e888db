using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Pins;

/// <summary>Pins and unpins messages. Everyone who may post in the room may do both.</summary>
public sealed class PinCommands(LogWriter log)
{
    /// <summary>How many messages of a room may be pinned at once.</summary>
    public const int Most = 100;

    private static readonly Refusal TooMany = Refusal.Conflict(
        "too_many_pins", $"A room has at most {Most} pinned messages. Unpin one first.");

    private static readonly Refusal OfTheSystem = Refusal.Forbidden("Only what somebody wrote can be pinned.");

    /// <summary>Pins a message, or unpins it. Doing it twice changes nothing.</summary>
    public Task<Result<Done>> SetAsync(Caller caller, string messageId, bool pinned) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (await MessageCommands.FindAsync(append.Db, caller, messageId, ct) is not var (message, access))
            return Refusal.NotFound;
        if (access.RefusePosting(append.Now) is { } mayNot)
            return mayNot;
        if (message.IsPinned == pinned)
            return default(Done);
        if (message.Type == MessageType.System)
            return OfTheSystem;
        if (message.IsDeleted)
            return MessageCommands.Gone;
        if (pinned && await append.Db.Messages.CountAsync(m => m.RoomId == message.RoomId && m.PinPosition != null, ct) >= Most)
            return TooMany;
        if (pinned)
            message.Pin(append.NextPosition);
        else
            message.Unpin();
        append.Log(PinEvents.Changed, message.RoomId, caller.UserId, message.Id);
        return default(Done);
    });
}
