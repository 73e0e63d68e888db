using BlazorChat.Core.Presence;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Drafts;
using BlazorChat.Web.Features.Rooms;

namespace BlazorChat.Web.Conversation.Rooms;

internal static class RoomListQueries
{
    /// <returns>The rooms that someone is in, and those they may join, by name.</returns>
    public static async Task<IReadOnlyList<RoomListItem>> ReadAsync(ChatDb db, PresenceBoard presence, Caller caller, CancellationToken ct)
    {
        var drafts = await DraftQueries.PlacesAsync(db, caller.UserId, ct);
        return
        [
            .. (await RoomQueries.RoomsForAsync(db, caller, ct)).Select(room => RoomListItem.Of(room, caller.UserId) with { Drafts = [.. drafts[room.Id]] })
                .Select(room => room.Other is { } other ? room with { Status = presence.StatusOf(other.UserId) } : room),
        ];
    }
}
