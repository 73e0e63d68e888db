using BlazorChat.Core.Rooms;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>A line of the room list.</summary>
/// <param name="Id">The room's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">Public, private or direct.</param>
/// <param name="Member">Whether the reader belongs to it.</param>
/// <param name="Archived">Whether nobody can write there any more.</param>
/// <param name="Unread">How many messages the reader has not seen.</param>
/// <param name="LastNumber">The number of the newest message, where known.</param>
public sealed record RoomListItem(
    string Id, string Name, RoomKind Kind, bool Member, bool Archived, long Unread, long? LastNumber)
{
    public static RoomListItem Of(Room room, Membership? mine) => new(
        room.Id, room.Name, room.Kind, mine is not null, room.IsArchived,
        mine is null ? 0 : room.LastNumber - mine.ReadNumber, room.LastNumber);

    public static RoomListItem Of(MyRoomView room) =>
        new(room.Id, room.Name, room.Kind, room.Member, room.Archived, room.Unread, null);

    public RoomListItem With(RoomView room) => this with { Name = room.Name, Archived = room.Archived };

    public RoomListItem Received(long number, bool counts) =>
        number <= LastNumber ? this : this with { LastNumber = number, Unread = counts && Member ? Unread + 1 : Unread };

    public RoomListItem ReadUpTo(long number) => this with { Unread = Math.Max(0, (LastNumber ?? number) - number) };
}
