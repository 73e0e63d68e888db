using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;

namespace BlazorChat.Web.Log;

/// <summary>
/// Rooms, memberships and people's faces that the writer remembers from one post to the next, so that most posts read nothing. Any change
/// other than a post clears it, also a change that another node made; posts of other nodes move the rooms' numbers.
/// </summary>
internal sealed class KnownRooms
{
    private const int Capacity = 20_000;

    private readonly Dictionary<string, Room> rooms = [];
    private readonly Dictionary<(string RoomId, string UserId), RoomAccess> accesses = [];
    private readonly Dictionary<string, (string? DisplayName, string? AvatarHash)> faces = [];

    /// <returns>What a user may do in a room, with the same objects for every post; null: not known.</returns>
    public RoomAccess? Find(string roomId, string userId) => accesses.GetValueOrDefault((roomId, userId));

    /// <returns>The access to use from now on. A room that is already known stays the same object.</returns>
    public RoomAccess Remember(RoomAccess access, string userId)
    {
        if (accesses.Count >= Capacity)
            Clear();
        rooms.TryAdd(access.Room.Id, access.Room);
        return accesses[(access.Room.Id, userId)] = access with { Room = rooms[access.Room.Id] };
    }

    /// <returns>Someone's name and picture; null: not known.</returns>
    public (string? DisplayName, string? AvatarHash)? FindFace(string userId) => faces.TryGetValue(userId, out var face) ? face : null;

    public void RememberFace(string userId, (string? DisplayName, string? AvatarHash) face)
    {
        if (faces.Count >= Capacity)
            faces.Clear();
        faces[userId] = face;
    }

    /// <summary>Notes what another node has posted.</summary>
    public void Move(RoomNumbers now)
    {
        if (rooms.TryGetValue(now.RoomId, out var room))
            room.Move(now.LastNumber, now.LastMessageAt);
    }

    public void Clear()
    {
        faces.Clear();
        rooms.Clear();
        accesses.Clear();
    }
}
