using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>The rules of <see cref="RoomRights"/> as database queries. A test compares the two in every case.</summary>
internal static class RightsInQueries
{
    /// <summary>Rooms that everyone who is signed in may see, as <see cref="RoomRights.IsOpen"/>.</summary>
    public static IQueryable<Room> OpenToAll(this IQueryable<Room> rooms) => rooms.Where(r => r.Kind == RoomKind.Public);

    /// <summary>Rooms that administrators may manage from outside, as <see cref="RoomRights.MayAdminister"/>.</summary>
    public static IQueryable<Room> Administered(this IQueryable<Room> rooms) => rooms.Where(r => r.Kind != RoomKind.Direct);

    /// <summary>Rooms that someone may see, as <see cref="RoomRights.MaySee"/>, with their membership there.</summary>
    public static IQueryable<SeenRoom> RoomsSeenBy(this ChatDb db, string userId) => db.Rooms.AsNoTracking()
        .LeftJoin(db.Memberships.AsNoTracking().Where(m => m.UserId == userId), r => r.Id, m => m.RoomId, (room, mine) => new { room, mine })
        .Where(row => row.mine != null || row.room.Kind == RoomKind.Public)
        .Select(row => new SeenRoom(row.room, row.mine));

    /// <summary>The ids of the rooms that someone may see, as <see cref="RoomRights.MaySee"/>.</summary>
    public static IQueryable<string> RoomIdsSeenBy(this ChatDb db, string userId) => db.Rooms
        .Where(r => r.Kind == RoomKind.Public || db.Memberships.Any(m => m.RoomId == r.Id && m.UserId == userId)).Select(r => r.Id);

    /// <summary>People who may see a room, as <see cref="RoomRights.MaySee"/>.</summary>
    public static IQueryable<ChatUser> WhoSee(this IQueryable<ChatUser> people, ChatDb db, Room room) =>
        new RoomRights(room.Kind, Role: null).MaySee
            ? people
            : people.Where(u => db.Memberships.Any(m => m.RoomId == room.Id && m.UserId == u.Id));

    /// <summary>Members who may manage their room, as <see cref="RoomRights.MayManage"/>.</summary>
    public static IQueryable<Membership> WhoManage(this IQueryable<Membership> members, ChatDb db) => members.Where(m =>
        (m.Role >= RoomRole.Moderator || db.Users.Any(u => u.Id == m.UserId && u.IsAdministrator)) &&
        db.Rooms.Any(r => r.Id == m.RoomId && r.Kind != RoomKind.Direct));
}

/// <param name="Room">A room that someone may see.</param>
/// <param name="Mine">Their membership, or null.</param>
internal sealed record SeenRoom(Room Room, Membership? Mine);
