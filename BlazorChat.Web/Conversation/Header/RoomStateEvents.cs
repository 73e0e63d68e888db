using System.Text.Json;
using BlazorChat.Web.Features.Blocks;
using BlazorChat.Web.Features.Moderation;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Conversation.Header;

/// <summary>Applies live events to a room's state in the header.</summary>
internal static class RoomStateEvents
{
    /// <param name="room">The state before.</param>
    /// <param name="name">The event's name.</param>
    /// <param name="data">The event's data.</param>
    /// <param name="me">The reader's user id.</param>
    /// <returns>The state after; the same object if the event does not change it; null if the room is gone.</returns>
    public static RoomState? AfterEvent(this RoomState room, string name, JsonElement data, string me) => name switch
    {
        "room" when Read<RoomEvent>(data) is var told && told.RoomId == room.Id => told.Room is null ? null : room.With(told.Room),
        "silence" when Read<MuteEvent>(data) is var told && told.RoomId == room.Id && told.UserId == me =>
            room with { MutedUntil = told.Until },
        "member" when Read<MemberEvent>(data) is var told && told.RoomId == room.Id && told.UserId == me => room.WithRole(told.Role),
        "block" when Read<BlockEvent>(data) is var told && told.UserId == room.Other?.UserId => room with { HasBlocked = told.Blocked },
        "profile" when Read<ProfileEvent>(data) is var told && told.UserId == room.Other?.UserId =>
            room.Other.With(told) is var other ? room with { Name = other.Name, Other = other } : room,
        _ => room,
    };

    /// <summary>Updates the counts that this event carries.</summary>
    public static RoomState Counting(this RoomState room, IEnumerable<RoomAct> acts, string name, JsonElement data)
    {
        foreach (var act in acts)
            if (act.Count is { } counts && counts.Event == name && counts.Told(data) is var (roomId, count) && roomId == room.Id)
                room = room.WithCount(act.Id, count);
        return room;
    }

    private static T Read<T>(JsonElement data) => data.Deserialize<T>(ChatJson.Options)!;
}
