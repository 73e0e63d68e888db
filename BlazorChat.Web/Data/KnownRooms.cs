using BlazorChat.Core.Rooms;

namespace BlazorChat.Web.Data;

/// <summary>
/// What the writer remembers of rooms and their members from one post to the next, so that most posts read nothing. It
/// holds while nothing but posts is written: any other change here, and any position taken elsewhere, clears it.
/// </summary>
internal sealed class KnownRooms
{
    private const int Capacity = 20_000;

    private readonly Dictionary<string, Room> rooms = [];
    private readonly Dictionary<(string RoomId, string UserId), Membership?> members = [];

    /// <returns>The room and the user's membership, the same objects for every post; null: not known.</returns>
    public (Room Room, Membership? Membership)? Find(string roomId, string userId) =>
        members.TryGetValue((roomId, userId), out var membership) ? (rooms[roomId], membership) : null;

    /// <returns>What is to be used from now on: a room that is known already stays the one object.</returns>
    public (Room Room, Membership? Membership) Remember(Room room, Membership? membership, string userId)
    {
        if (members.Count >= Capacity)
            Clear();
        rooms.TryAdd(room.Id, room);
        members[(room.Id, userId)] = membership;
        return (rooms[room.Id], membership);
    }

    public void Clear()
    {
        rooms.Clear();
        members.Clear();
    }
}
