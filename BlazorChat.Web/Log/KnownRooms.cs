using BlazorChat.Core.Rooms;

namespace BlazorChat.Web.Log;

/// <summary>
/// What the writer remembers of rooms and their members from one post to the next, so that most posts read nothing. It
/// holds while nothing but posts is written: any other change here, and any position taken elsewhere, clears it.
/// </summary>
internal sealed class KnownRooms
{
    private const int Capacity = 20_000;

    private readonly Dictionary<string, Room> rooms = [];
    private readonly Dictionary<(string RoomId, string UserId), RoomAccess> accesses = [];

    /// <returns>What a user may do in a room, with the same objects for every post; null: not known.</returns>
    public RoomAccess? Find(string roomId, string userId) => accesses.GetValueOrDefault((roomId, userId));

    /// <returns>What is to be used from now on: a room that is known already stays the one object.</returns>
    public RoomAccess Remember(RoomAccess access, string userId)
    {
        if (accesses.Count >= Capacity)
            Clear();
        rooms.TryAdd(access.Room.Id, access.Room);
        return accesses[(access.Room.Id, userId)] = access with { Room = rooms[access.Room.Id] };
    }

    public void Clear()
    {
        rooms.Clear();
        accesses.Clear();
    }
}
