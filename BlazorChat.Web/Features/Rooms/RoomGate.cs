using BlazorChat.Core.Live;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>The way into a room: every read and write passes here. Null is both "no such room" and "not for you".</summary>
public static class RoomGate
{
    public static async Task<RoomAccess?> EnterAsync(ChatDb db, Caller caller, string? roomId, CancellationToken ct)
    {
        if (roomId is null || await db.Rooms.FindAsync([roomId], ct) is not { } room)
            return null;
        var membership = await db.Memberships.FindAsync([roomId, caller.UserId], ct);
        var access = new RoomAccess(room, membership, caller.IsAdministrator);
        return access.MaySee ? access : null;
    }

    /// <summary>Makes someone a member of a room that they may post in, if they are not one yet.</summary>
    internal static Membership Join(Append append, RoomAccess access, string userId)
    {
        if (access.Membership is { } membership)
            return membership;
        var joined = Membership.Join(access.Room, userId, RoomRole.Member, append.Now);
        append.Db.Memberships.Add(joined);
        append.Log(EntryKind.MemberChanged, access.Room.Id, userId, userId);
        return joined;
    }

    /// <summary>The rooms whose events belong on a user's own stream.</summary>
    public static Task<List<string>> RoomsOfAsync(ChatDb db, string userId, CancellationToken ct) =>
        db.Memberships.Where(m => m.UserId == userId).Select(m => m.RoomId).ToListAsync(ct);
}
