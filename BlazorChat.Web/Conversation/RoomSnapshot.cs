using BlazorChat.Core.Live;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Moderation;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Conversation;

// Arrays: what an island gets as a parameter is read back as the very type it was, and a list of unknown type cannot be.
/// <summary>All that the page of a room shows, as of one moment: a stream takes over from <paramref name="Cursor"/>.</summary>
/// <param name="OpenReports">How many wait for whoever keeps order here; 0 to everyone else.</param>
/// <param name="Now">That moment, Unix milliseconds.</param>
public sealed record RoomSnapshot(
    RoomAccess Access, IReadOnlyList<MessageView> Messages, bool HasMore, Cursor Cursor,
    RoomListItem[] Rooms, MemberView[] Members, string[] Blocked, int OpenReports, long Now, Profile Me)
{
    /// <summary>How many messages a room opens with.</summary>
    public const int PageLength = 50;

    /// <summary>What the caller calls the room.</summary>
    public string Name => Mine.Name;

    /// <summary>The line that the room has in the caller's list.</summary>
    public RoomListItem Mine => Rooms.Single(room => room.Id == Access.Room.Id);

    /// <param name="messages">How many of the newest; 0 for a page that shows something else.</param>
    /// <returns>Null if there is no such room for the caller.</returns>
    public static async Task<RoomSnapshot?> TakeAsync(
        ChatDb db, PresenceBoard presence, Caller caller, string roomId, int messages, long now, CancellationToken ct)
    {
        await using var snapshot = await db.SnapshotAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is not { } access)
            return null;
        var oldest = access.Room.LastNumber - messages;
        return new RoomSnapshot(
            access,
            await MessageReader.ReadAsync(db, db.Messages.Where(m => m.RoomId == roomId && m.Number > oldest), ct),
            HasMore: oldest > 0,
            await db.HeadAsync(ct),
            await RoomsAsync(db, presence, caller, ct),
            await MembersAsync(db, presence, caller, roomId, now, ct),
            await db.Blocks.Where(b => b.UserId == caller.UserId).Select(b => b.BlockedId).ToArrayAsync(ct),
            access.MayManage ? await ReportReader.CountOpenAsync(db, roomId, ct) : 0,
            now,
            Profile.Of(await db.Users.AsNoTracking().SingleAsync(u => u.Id == caller.UserId, ct)));
    }

    private static async Task<RoomListItem[]> RoomsAsync(ChatDb db, PresenceBoard presence, Caller caller, CancellationToken ct) =>
    [
        .. (await RoomReader.RoomsForAsync(db, caller, ct)).Select(room => RoomListItem.Of(room, caller.UserId))
            .Select(room => room.Other is { } other ? room with { Status = presence.StatusOf(other.UserId) } : room),
    ];

    // Whoever asks for this page is here, before their stream says so.
    private static async Task<MemberView[]> MembersAsync(
        ChatDb db, PresenceBoard presence, Caller caller, string roomId, long now, CancellationToken ct) =>
    [
        .. (await RoomReader.MembersOfAsync(db, presence, roomId, now, ct)).Select(member =>
            member.UserId == caller.UserId ? member with { Status = PresenceStatus.Online } : member),
    ];
}
