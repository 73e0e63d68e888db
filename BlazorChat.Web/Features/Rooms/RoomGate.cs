using System.Collections.Concurrent;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Blocks;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>The one place to look a room up with someone's access to it: every read and write asks here. Null means either that there
/// is no such room or that they may not see it.</summary>
public static class RoomGate
{
    // A compiled query belongs to one kind of database.
    private static readonly ConcurrentDictionary<Type, Func<ChatDb, string, string, IAsyncEnumerable<Found>>> Finds = [];

    private static Func<ChatDb, string, string, IAsyncEnumerable<Found>> Compile() => EF.CompileAsyncQuery(
        (ChatDb db, string roomId, string userId) => db.Rooms.AsNoTracking()
            .Where(room => room.Id == roomId)
            .LeftJoin(db.Memberships.AsNoTracking().Where(m => m.UserId == userId), room => room.Id, m => m.RoomId,
                (room, membership) => new { room, membership })
            .LeftJoin(db.Mutes.AsNoTracking().Where(s => s.UserId == userId), found => found.room.Id, s => s.RoomId,
                (found, mute) => new Found(found.room, found.membership, mute)));

    /// <summary>For reading.</summary>
    public static Task<RoomAccess?> LookAsync(ChatDb db, Caller caller, string? roomId, CancellationToken ct) =>
        LookAsync(db, caller.UserId, caller.IsAdministrator, roomId, ct);

    /// <summary>For links into the room that someone made earlier: checks whether that person may still see the room.</summary>
    public static Task<RoomAccess?> LookAsync(ChatDb db, ChatUser user, string roomId, CancellationToken ct) =>
        LookAsync(db, user.Id, user.IsAdministrator, roomId, ct);

    /// <summary>For posting. The writer remembers the result for the next post; changes are saved by prepared statements.</summary>
    internal static async Task<RoomAccess?> LookAsync(LogAppend append, Caller caller, string? roomId, CancellationToken ct)
    {
        if (roomId is not null && append.Rooms.Find(roomId, caller.UserId) is { } known)
            return known with { IsAdministrator = caller.IsAdministrator };
        return await LookAsync(append.ToRead, caller, roomId, ct) is { } access
            ? append.Rooms.Remember(access, caller.UserId)
            : null;
    }

    /// <summary>For changing the room or a membership. What is altered is saved with the change.</summary>
    public static async Task<RoomAccess?> EnterAsync(ChatDb db, Caller caller, string? roomId, CancellationToken ct)
    {
        if (roomId is null || await db.Rooms.FindAsync([roomId], ct) is not { } room)
            return null;
        var membership = await db.Memberships.FindAsync([roomId, caller.UserId], ct);
        var mute = await db.Mutes.FindAsync([roomId, caller.UserId], ct);
        return await AdmitAsync(db, new RoomAccess(room, membership, caller.IsAdministrator, mute), ct);
    }

    /// <summary>For the administration pages: finds a room even if the caller is no member and may not see it.</summary>
    internal static async Task<RoomAccess?> AdministerAsync(ChatDb db, Caller caller, string roomId, CancellationToken ct)
    {
        if (await db.Rooms.FindAsync([roomId], ct) is not { } room)
            return null;
        var access = new RoomAccess(room, await db.Memberships.FindAsync([roomId, caller.UserId], ct), caller.IsAdministrator);
        return access.MayAdminister ? access : null;
    }

    /// <summary>Makes someone a member of a room that they may post in, if they are not one yet.</summary>
    internal static Membership Join(LogAppend append, RoomAccess access, string userId)
    {
        if (access.Membership is { } membership)
            return membership;
        var joined = Membership.Join(access.Room, userId, RoomRole.Member, append.Now);
        append.Db.Memberships.Add(joined);
        append.Log(MemberEvents.Changed, access.Room.Id, userId, userId);
        return joined;
    }

    /// <summary>The rooms whose events belong on a user's own stream.</summary>
    public static Task<List<string>> RoomsOfAsync(ChatDb db, string userId, CancellationToken ct) =>
        db.Memberships.Where(m => m.UserId == userId).Select(m => m.RoomId).ToListAsync(ct);

    private static async Task<RoomAccess?> LookAsync(
        ChatDb db, string userId, bool isAdministrator, string? roomId, CancellationToken ct)
    {
        if (roomId is null)
            return null;
        // Read to its end first: PostgreSQL answers one query at a time on a connection.
        Found? found = null;
        await foreach (var row in Finds.GetOrAdd(db.GetType(), _ => Compile())(db, roomId, userId).WithCancellation(ct))
            found = row;
        return found is var (room, membership, mute) ? await AdmitAsync(db, new RoomAccess(room, membership, isAdministrator, mute), ct) : null;
    }

    private static async ValueTask<RoomAccess?> AdmitAsync(ChatDb db, RoomAccess access, CancellationToken ct)
    {
        if (!access.MaySee)
            return null;
        // Only direct rooms need these queries, so all others are not slowed down.
        if (access.Room.DirectKey is not { } key)
            return access;
        var pair = DirectPair.Parse(key);
        return access with
        {
            IsBlocked = await BlockQueries.ExistBetweenAsync(db, pair, ct),
            IsDeserted = await db.ActiveUsers.CountAsync(u => u.Id == pair.First || u.Id == pair.Second, ct) < 2,
        };
    }

    private sealed record Found(Room Room, Membership? Membership, Mute? Mute);
}
