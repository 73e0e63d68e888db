using BlazorChat.Core;
using BlazorChat.Core.Invites;
using BlazorChat.Core.Live;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Invites;

/// <summary>Makes and revokes links into rooms, and lets in whoever comes by one.</summary>
public sealed class RoomInvites(EventLog log, IDbContextFactory<ChatDb> databases, TimeProvider clock)
{
    private const int MostLive = 50;

    private static readonly Refusal NotYours =
        Refusal.Forbidden("Only a room's owners, moderators and administrators invite people.");

    private static readonly Refusal TooMany = Refusal.Conflict(
        "too_many_invites", $"A room has at most {MostLive} invites at a time. Revoke one first.");

    public Task<Result<Invite>> MakeAsync(Caller caller, string roomId, MakeInvite request)
    {
        var terms = InviteTerms.Parse(request.ExpiresIn, request.MaxUses);
        return log.AppendAsync<Invite>(async (append, ct) =>
        {
            if (await RoomGate.EnterAsync(append.Db, caller, roomId, ct) is not { } access)
                return Refusal.NotFound;
            if (!access.MayManage)
                return NotYours;
            if (terms.Refusal is { } why)
                return why;
            var all = await append.Db.Invites.Where(i => i.RoomId == roomId).ToListAsync(ct);
            if (all.Count(i => i.IsLive(append.Now)) >= MostLive)
                return TooMany;
            append.Db.Invites.RemoveRange(all.Where(i => !i.IsLive(append.Now)));
            var invite = Invite.Make(access.Room, caller.UserId, terms.Value, append.Now);
            append.Db.Invites.Add(invite);
            append.Audit(caller, "invite.create", room: access.Room, detail: invite.Id);
            return invite;
        });
    }

    public Task<Result<Done>> RevokeAsync(Caller caller, string roomId, string inviteId) =>
        log.AppendAsync<Done>(async (append, ct) =>
        {
            if (await RoomGate.EnterAsync(append.Db, caller, roomId, ct) is not { } access)
                return Refusal.NotFound;
            if (!access.MayManage)
                return NotYours;
            if (await append.Db.Invites.SingleOrDefaultAsync(i => i.Id == inviteId && i.RoomId == roomId, ct) is not { } invite)
                return Refusal.NotFound;
            append.Db.Invites.Remove(invite);
            append.Audit(caller, "invite.revoke", room: access.Room, detail: invite.Id);
            return default(Done);
        });

    /// <returns>Those that still let someone in, newest first, with the names of who made them.</returns>
    public async Task<Result<IReadOnlyList<(Invite Invite, string MadeBy)>>> ListAsync(
        Caller caller, string roomId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is not { } access)
            return Refusal.NotFound;
        if (!access.MayManage)
            return NotYours;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var rows = await db.Invites.AsNoTracking().Where(i => i.RoomId == roomId)
            .Join(db.ActiveUsers, i => i.CreatedById, u => u.Id, (invite, user) => new { invite, user })
            .OrderByDescending(row => row.invite.CreatedAt).ToListAsync(ct);
        return rows.Where(row => row.invite.IsLive(now)).Select(row => (row.invite, row.user.Name)).ToArray();
    }

    /// <summary>What someone sees before they decide to join; null if the link opens nothing.</summary>
    public async Task<Invitation?> FindAsync(string code, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Invites.AsNoTracking().SingleOrDefaultAsync(i => i.Code == code, ct) is not { } invite ||
            !invite.IsLive(clock.GetUtcNow().ToUnixTimeMilliseconds()) ||
            await db.ActiveUsers.AsNoTracking().SingleOrDefaultAsync(u => u.Id == invite.CreatedById, ct) is not { } by)
            return null;
        var room = await db.Rooms.AsNoTracking().SingleAsync(r => r.Id == invite.RoomId, ct);
        return new Invitation(new InvitedRoom(room.Name, room.Topic, room.Kind), by.Name);
    }

    /// <summary>Joins by a link. The writer is alone, so that exactly as many come in as it allows.</summary>
    /// <returns>The room's id.</returns>
    public Task<Result<string>> AcceptAsync(Caller caller, string code) => log.AppendAsync<string>(async (append, ct) =>
    {
        if (await append.Db.Invites.SingleOrDefaultAsync(i => i.Code == code, ct) is not { } invite)
            return Refusal.NotFound;
        // Also by a link that is used up: whoever asks again because no answer came is in already.
        if (await append.Db.Memberships.AnyAsync(m => m.RoomId == invite.RoomId && m.UserId == caller.UserId, ct))
            return invite.RoomId;
        // A link is its maker's word: nobody comes in by that of someone who was shown the door.
        if (!invite.IsLive(append.Now) || !await append.Db.ActiveUsers.AnyAsync(u => u.Id == invite.CreatedById, ct))
            return Refusal.NotFound;
        invite.Use();
        var room = await append.Db.Rooms.SingleAsync(r => r.Id == invite.RoomId, ct);
        append.Db.Memberships.Add(Membership.Join(room, caller.UserId, RoomRole.Member, append.Now));
        append.Log(EntryKind.MemberChanged, room.Id, caller.UserId, caller.UserId);
        return room.Id;
    });
}

/// <param name="ExpiresIn">Seconds, 300 to 2,592,000; a week if absent.</param>
/// <param name="MaxUses">How many may join by it, 1 to 1,000; any number if absent.</param>
public sealed record MakeInvite(int? ExpiresIn, int? MaxUses);

public sealed record Invitation(InvitedRoom Room, string InvitedBy);

public sealed record InvitedRoom(string Name, string Topic, RoomKind Kind);
