using System.Text.Json.Serialization;
using BlazorChat.Core;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Changes a member's own preferences for a room. Nobody else is told.</summary>
public sealed class PreferencesCommands(LogWriter log)
{
    private static readonly Refusal NoMember = Refusal.Forbidden("Join the room first: only its members have preferences for it.");

    private static readonly Refusal NoSuchLevel = Refusal.Invalid("notify", "Say all, mentions or nothing.");

    public Task<Result<Done>> SetAsync(Caller caller, string roomId, Preferences wanted) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (await RoomGate.EnterAsync(append.Db, caller, roomId, ct) is not { } access)
            return Refusal.NotFound;
        if (access.Membership is not { } membership)
            return NoMember;
        if (!wanted.TryReadLevel(out var notify))
            return NoSuchLevel;
        if (membership.Prefer(notify, wanted.Pinned, wanted.NotificationsOff))
            append.Log(PreferencesEvents.Changed, roomId, caller.UserId, caller.UserId);
        return default(Done);
    });
}

/// <summary>Fields that are absent stay as they are.</summary>
/// <param name="Notify"><c>all</c>, <c>mentions</c> or <c>nothing</c>.</param>
public sealed record Preferences(string? Notify, bool? Pinned, [property: JsonPropertyName("muted")] bool? NotificationsOff)
{
    internal bool TryReadLevel(out NotificationLevel? level)
    {
        level = Notify switch
        {
            "all" => NotificationLevel.All,
            "mentions" => NotificationLevel.Mentions,
            "nothing" => NotificationLevel.Nothing,
            _ => null,
        };
        return level is not null || Notify is null;
    }
}
