using BlazorChat.Core;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Moderation;

/// <summary>Mutes someone in a room for a time, and unmutes them.</summary>
public sealed class MuteCommands(LogWriter log)
{
    private static readonly Refusal NotYours = Refusal.Forbidden("Only someone of a higher rank may mute this person.");

    public Task<Result<Done>> ImposeAsync(Caller caller, string roomId, string userId, MuteMember request)
    {
        var terms = MuteTerms.Parse(request.Seconds, request.Reason);
        return log.AppendAsync<Done>(async (append, ct) =>
        {
            var found = await FindAsync(append.Db, caller, roomId, userId, ct);
            if ((found.Refusal ?? (userId == caller.UserId ? NotYours : terms.Refusal)) is { } why)
                return why;
            var (access, user, membership, mute) = found.Value;
            if (mute is null)
                append.Db.Mutes.Add(Mute.Impose(access.Room.Id, userId, terms.Value, caller.UserId, append.Now));
            else
                mute.Change(terms.Value, caller.UserId, append.Now);
            append.Audit(caller, "member.mute", user, access.Room, Describe(terms.Value));
            Tell(append, caller, membership, roomId, userId);
            return default(Done);
        });
    }

    public Task<Result<Done>> LiftAsync(Caller caller, string roomId, string userId) =>
        log.AppendAsync<Done>(async (append, ct) =>
        {
            var found = await FindAsync(append.Db, caller, roomId, userId, ct);
            if (found.Refusal is { } why)
                return why;
            var (access, user, membership, mute) = found.Value;
            if (mute is null)
                return default(Done);
            append.Db.Mutes.Remove(mute);
            if (!mute.IsInForce(append.Now))
                return default(Done);
            append.Audit(caller, "member.unmute", user, access.Room);
            Tell(append, caller, membership, roomId, userId);
            return default(Done);
        });

    // People who left can be muted, too: they may come back.
    private static async Task<Result<Found>> FindAsync(
        ChatDb db, Caller caller, string roomId, string userId, CancellationToken ct)
    {
        if (await RoomGate.EnterAsync(db, caller, roomId, ct) is not { } access)
            return Refusal.NotFound;
        var membership = await db.Memberships.FindAsync([roomId, userId], ct);
        if (!access.MayChange(membership))
            return NotYours;
        if (await db.Users.FindAsync([userId], ct) is not { DeletedAt: null } user)
            return Refusal.NotFound;
        return new Found(access, user, membership, await db.Mutes.FindAsync([roomId, userId], ct));
    }

    private static void Tell(LogAppend append, Caller caller, Membership? membership, string roomId, string userId)
    {
        // Everyone in the room sees the mute in the list of members. Only the person concerned gets the event that tells
        // them.
        if (membership is not null)
            append.Log(MemberEvents.Changed, roomId, caller.UserId, userId);
        append.Log(MuteEvents.Changed, roomId, caller.UserId, userId);
    }

    private static string Describe(MuteTerms terms)
    {
        var duration = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{terms.Seconds} s");
        return terms.Reason.Length == 0 ? duration : $"{duration}: {terms.Reason}";
    }

    private sealed record Found(RoomAccess Access, ChatUser User, Membership? Membership, Mute? Mute);
}

/// <param name="Seconds">For how long, 60 to 31,536,000.</param>
/// <param name="Reason">For the audit log; may be left out.</param>
public sealed record MuteMember([Needed] int? Seconds, string? Reason);
