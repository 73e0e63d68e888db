using BlazorChat.Core.Moderation;
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
    private readonly Dictionary<(string RoomId, string UserId), Standing> standings = [];

    /// <returns>The room and the user's standing there, the same objects for every post; null: not known.</returns>
    public Standing? Find(string roomId, string userId) => standings.GetValueOrDefault((roomId, userId));

    /// <returns>What is to be used from now on: a room that is known already stays the one object.</returns>
    public Standing Remember(Standing found, string userId)
    {
        if (standings.Count >= Capacity)
            Clear();
        rooms.TryAdd(found.Room.Id, found.Room);
        return standings[(found.Room.Id, userId)] = found with { Room = rooms[found.Room.Id] };
    }

    public void Clear()
    {
        rooms.Clear();
        standings.Clear();
    }
}

/// <summary>A room, and what one person is there.</summary>
internal sealed record Standing(Room Room, Membership? Membership, Silence? Silence);
