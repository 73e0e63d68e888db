using BlazorChat.Core.Live;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Profiles;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

// Arrays: what an island gets as a parameter is read back as the very type it was, and a list of unknown type cannot be.
/// <summary>All that the page of a room shows, as of one moment: a stream takes over from <paramref name="Cursor"/>.</summary>
internal sealed record RoomSnapshot(
    RoomAccess Access, IReadOnlyList<MessageView> Messages, bool HasMore, Cursor Cursor,
    RoomListItem[] Rooms, MemberView[] Members, Profile Me)
{
    private const int PageLength = 50;

    /// <returns>Null if there is no such room for the caller.</returns>
    public static async Task<RoomSnapshot?> TakeAsync(
        ChatDb db, PresenceBoard presence, Caller caller, string roomId, CancellationToken ct)
    {
        await using var snapshot = await db.SnapshotAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is not { } access)
            return null;
        var oldest = access.Room.LastNumber - PageLength;
        return new RoomSnapshot(
            access,
            await MessageReader.ReadAsync(db, db.Messages.Where(m => m.RoomId == roomId && m.Number > oldest), ct),
            HasMore: oldest > 0,
            await db.HeadAsync(ct),
            await RoomsAsync(db, caller, ct),
            await MembersAsync(db, presence, caller, roomId, ct),
            Profile.Of(await db.Users.AsNoTracking().SingleAsync(u => u.Id == caller.UserId, ct)));
    }

    private static async Task<RoomListItem[]> RoomsAsync(ChatDb db, Caller caller, CancellationToken ct)
    {
        var mine = await db.Memberships.AsNoTracking().Where(m => m.UserId == caller.UserId)
            .ToDictionaryAsync(m => m.RoomId, ct);
        var rooms = await db.Rooms.AsNoTracking()
            .Where(r => r.Kind == RoomKind.Public || db.Memberships.Any(m => m.RoomId == r.Id && m.UserId == caller.UserId))
            .ToListAsync(ct);
        return [.. rooms.Select(room => RoomListItem.Of(room, mine.GetValueOrDefault(room.Id)))];
    }

    // Whoever asks for this page is here, before their stream says so.
    private static async Task<MemberView[]> MembersAsync(
        ChatDb db, PresenceBoard presence, Caller caller, string roomId, CancellationToken ct) =>
    [
        .. (await RoomReader.MembersOfAsync(db, presence, roomId, ct)).Select(member =>
            member.UserId == caller.UserId ? member with { Status = PresenceStatus.Online } : member),
    ];
}
