using BlazorChat.Core;
using BlazorChat.Core.Invites;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Invites;

/// <summary>
/// Makes and revokes invite links, and lets people join by them. A link works only while its maker may invite. This is
/// checked whenever it is used or shown, so it holds however the maker lost the right.
/// </summary>
public sealed class InviteCommands(LogWriter log, IDbContextFactory<ChatDb> databases, TimeProvider clock)
{
    private const int MostLive = 50;

    private static readonly Refusal NotYours =
        Refusal.Forbidden("Only a room's owners, moderators and administrators may invite people.");

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
            if ((await ServingAsync(append.Db, all, append.Now, ct)).Count >= MostLive)
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

    /// <returns>The links that still work, newest first, with their makers' names.</returns>
    public async Task<Result<IReadOnlyList<(Invite Invite, string MadeBy)>>> ListAsync(
        Caller caller, string roomId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is not { } access)
            return Refusal.NotFound;
        if (!access.MayManage)
            return NotYours;
        var invites = await db.Invites.AsNoTracking().Where(i => i.RoomId == roomId)
            .OrderByDescending(i => i.CreatedAt).ToListAsync(ct);
        return (await ServingAsync(db, invites, Now, ct)).ToArray();
    }

    /// <summary>What someone sees before they decide to join; null if the link does not work.</summary>
    public async Task<Invitation?> FindAsync(string code, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Invites.AsNoTracking().SingleOrDefaultAsync(i => i.Code == code, ct) is not { } invite ||
            (await ServingAsync(db, [invite], Now, ct)) is not [var (_, by)])
            return null;
        var room = await db.Rooms.AsNoTracking().SingleAsync(r => r.Id == invite.RoomId, ct);
        return new Invitation(new InvitedRoom(room.Name, room.Topic, room.Kind), by);
    }

    /// <summary>Joins by a link. Only one change runs at a time, so no more people join than the link allows.</summary>
    /// <returns>The room's id.</returns>
    public Task<Result<string>> AcceptAsync(Caller caller, string code) => log.AppendAsync<string>(async (append, ct) =>
    {
        if (await append.Db.Invites.SingleOrDefaultAsync(i => i.Code == code, ct) is not { } invite)
            return Refusal.NotFound;
        // A used-up link still answers members: someone who retries because the answer got lost is already a member.
        if (await append.Db.Memberships.AnyAsync(m => m.RoomId == invite.RoomId && m.UserId == caller.UserId, ct))
            return invite.RoomId;
        if (await ServingAsync(append.Db, [invite], append.Now, ct) is [])
            return Refusal.NotFound;
        invite.Use();
        var room = await append.Db.Rooms.SingleAsync(r => r.Id == invite.RoomId, ct);
        append.Db.Memberships.Add(Membership.Join(room, caller.UserId, RoomRole.Member, append.Now));
        append.Log(MemberEvents.Changed, room.Id, caller.UserId, caller.UserId);
        return room.Id;
    });

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Those links into one room that work now, with their makers' names.</summary>
    private static async Task<List<(Invite Invite, string MadeBy)>> ServingAsync(
        ChatDb db, IReadOnlyList<Invite> invites, long now, CancellationToken ct)
    {
        Dictionary<string, string?> makers = [];
        List<(Invite, string)> serving = [];
        foreach (var invite in invites.Where(i => i.IsLive(now)))
        {
            if (!makers.TryGetValue(invite.CreatedById, out var name))
                makers[invite.CreatedById] = name = await InviterAsync(db, invite, ct);
            if (name is not null)
                serving.Add((invite, name));
        }
        return serving;
    }

    /// <returns>The maker's name; null if they are gone or may no longer invite to the room.</returns>
    private static async Task<string?> InviterAsync(ChatDb db, Invite invite, CancellationToken ct) =>
        await db.ActiveUsers.AsNoTracking().SingleOrDefaultAsync(u => u.Id == invite.CreatedById, ct) is { } maker &&
        await RoomGate.LookAsync(db, maker, invite.RoomId, ct) is { MayManage: true }
            ? maker.DisplayName ?? maker.Name
            : null;
}

/// <param name="ExpiresIn">Seconds, 300 to 2,592,000; a week if absent.</param>
/// <param name="MaxUses">How many may join by it, 1 to 1,000; any number if absent.</param>
public sealed record MakeInvite(int? ExpiresIn, int? MaxUses);

public sealed record Invitation(InvitedRoom Room, string InvitedBy);

public sealed record InvitedRoom(string Name, string Topic, RoomKind Kind);
