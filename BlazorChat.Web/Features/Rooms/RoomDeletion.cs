using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>
/// Deletes a room and all its messages, as part of a larger change. The caller has checked the right to do so.
/// </summary>
public sealed class RoomDeletion(IEnumerable<IOnRoomDeleted> hooks)
{
    public async Task DeleteAsync(LogAppend append, Caller caller, Room room, CancellationToken ct)
    {
        // Each member gets an entry of their own: a stream that comes back later replays only what concerns its user.
        foreach (var userId in await append.Db.Memberships.Where(m => m.RoomId == room.Id).Select(m => m.UserId).ToListAsync(ct))
        {
            append.Log(MemberEvents.Changed, room.Id, caller.UserId, userId);
            append.Log(RoomEvents.Hidden, room.Id, caller.UserId, userId);
        }
        append.Log(RoomEvents.Changed, room.Id, caller.UserId, room.Id);
        foreach (var hook in hooks)
            await hook.DeletedAsync(append, caller, room, ct);
        append.Db.Rooms.Remove(room);
    }
}

/// <summary>A hook for what else is deleted with a room, inside the transaction. Rows that refer to the room are deleted by the database.</summary>
public interface IOnRoomDeleted
{
    Task DeletedAsync(LogAppend append, Caller caller, Room room, CancellationToken ct);
}
