using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Conversation.Members;
using BlazorChat.Web.Conversation.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Drafts;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Saved;
using BlazorChat.Web.Features.Threads;
using BlazorChat.Web.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Conversation;

/// <summary>Reads what the page of a room shows, all as of one moment.</summary>
public sealed class RoomSnapshots(
    IDbContextFactory<ChatDb> databases, PresenceBoard presence, IEnumerable<RoomAct> acts, TimeProvider clock)
{
    private const int ReadAbove = 15;

    /// <param name="caller">The person who looks at the room.</param>
    /// <param name="roomId">Which one.</param>
    /// <param name="messages">How many messages; 0 for a page that does not show messages.</param>
    /// <param name="ct">Ends it early.</param>
    /// <returns>Null if there is no such room for the caller.</returns>
    public async Task<RoomSnapshot?> TakeAsync(Caller caller, string roomId, int messages, CancellationToken ct)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var snapshot = await db.SnapshotAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is not { } access)
            return null;
        var above = PageStart(access, messages);
        var page = db.Messages.Where(m => m.RoomId == roomId && m.Number > above && m.Number <= above + messages);
        var shown = await MessageQueries.ReadAsync(db, page, ct);
        var head = await db.HeadAsync(ct);
        var rooms = await RoomListQueries.ReadAsync(db, presence, caller, ct);
        var blocked = await db.Blocks.Where(b => b.UserId == caller.UserId).Select(b => b.BlockedId).ToArrayAsync(ct);
        return new RoomSnapshot(
            new ShownRoom(access, rooms.Single(room => room.Id == roomId).Name, caller, blocked, head, now)
            {
                Saved = messages == 0 ? [] : await SavedQueries.InRoomAsync(db, caller.UserId, roomId, ct),
            },
            shown,
            HasMore: above > 0,
            rooms,
            await MembersAsync(db, caller, roomId, now, ct),
            await CountsAsync(db, access, ct),
            ProfileView.Of(await db.Users.AsNoTracking().SingleAsync(u => u.Id == caller.UserId, ct)),
            await FollowedThreads.UnreadAsync(db, caller.UserId, ct))
        {
            HasNewer = above + messages < access.Room.LastNumber,
            Drafts = await DraftQueries.InRoomAsync(db, caller.UserId, roomId, ct),
            UnreadMentions = access.Membership is null || messages == 0 ? [] : await UnreadMention.OfAsync(db, access.Membership, ct),
        };
    }

    // The newest messages, unless the first unread one would not be among them, with something read above it.
    private static long PageStart(RoomAccess access, int messages)
    {
        var newest = access.Room.LastNumber - messages;
        var unread = (access.Membership?.ReadNumber ?? access.Room.LastNumber) - Math.Min(ReadAbove, messages);
        return Math.Max(0, Math.Min(newest, unread));
    }

    private async Task<Dictionary<string, int>> CountsAsync(ChatDb db, RoomAccess access, CancellationToken ct)
    {
        var counts = new Dictionary<string, int>();
        foreach (var act in acts)
            if (act.Count is { } count)
                counts[act.Id] = await count.ReadAsync(db, access, ct);
        return counts;
    }

    // The reader is online before their stream says so.
    private async Task<FirstMembers> MembersAsync(ChatDb db, Caller caller, string roomId, long now, CancellationToken ct) =>
        FirstMembers.Of(
        [
            .. (await MemberQueries.MembersOfAsync(db, presence, roomId, now, ct)).Select(member =>
                member.UserId == caller.UserId ? member with { Status = PresenceStatus.Online } : member),
        ]);
}
