using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Saved;

/// <summary>Saves messages for oneself. Nobody else is told.</summary>
public sealed class SavedCommands(LogWriter log)
{
    private static readonly Refusal OfTheSystem = Refusal.Forbidden("Only what somebody wrote can be saved.");

    /// <summary>Saves a message, or no longer. Doing it twice changes nothing.</summary>
    public Task<Result<Done>> SetAsync(Caller caller, string id, bool saved) => log.AppendAsync<Done>(async (append, ct) =>
    {
        // One query, so that a message that one may not see takes as long as one that does not exist.
        var seen = append.ToRead.RoomIdsSeenBy(caller.UserId);
        if (Message.ParseId(id) is not { } number ||
            await append.ToRead.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == number && seen.Contains(m.RoomId), ct) is not { } message)
            return Refusal.NotFound;
        if (message.Type == MessageType.System)
            return OfTheSystem;
        var kept = await append.Beside.Set<SavedMessage>().FindAsync([caller.UserId, message.Id], ct);
        if (kept is not null == saved)
            return default(Done);
        if (message.IsDeleted)
            return MessageCommands.Gone;
        if (kept is null)
            append.Beside.Add(SavedMessage.Of(caller.UserId, message.Id, append.NextPosition));
        else
            append.Beside.Remove(kept);
        Log(append, message, caller.UserId, caller.UserId);
        return default(Done);
    });

    /// <summary>Enters that someone has saved a message, or has it no longer.</summary>
    internal static void Log(LogAppend append, Message message, string actorId, string userId) =>
        append.Log(SavedEvents.Changed, message.RoomId, actorId, userId, message.Id.ToString(CultureInfo.InvariantCulture));
}
