using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Adds and removes members, changes their roles, and moves their read marks.</summary>
public sealed class MemberCommands(LogWriter log)
{
    private static readonly Refusal NotYours = Refusal.Forbidden("Only its owners, moderators and administrators may do that.");

    private static readonly Refusal LastOwner = Refusal.Conflict(
        "last_owner", "This room has no other owner. Make someone else one first.");

    private static readonly Refusal NoSuchMessage = Refusal.Invalid("message_id", "There is no such message in this room.");

    private static readonly Refusal NoMark = Refusal.Forbidden("Join the room first: only its members have something unread.");

    public Task<Result<Done>> JoinAsync(Caller caller, string roomId) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (await RoomGate.EnterAsync(append.Db, caller, roomId, ct) is not { } access)
            return Refusal.NotFound;
        if (access.RefuseComingAndGoing() is { } why)
            return why;
        RoomGate.Join(append, access, caller.UserId);
        return default(Done);
    });

    public Task<Result<Done>> LeaveAsync(Caller caller, string roomId) => RemoveAsync(caller, roomId, caller.UserId);

    /// <summary>Adds someone, or changes their role.</summary>
    public Task<Result<Done>> SetAsync(Caller caller, string roomId, string userId, string? roleName) =>
        log.AppendAsync<Done>(async (append, ct) =>
        {
            if (await RoomGate.EnterAsync(append.Db, caller, roomId, ct) is not { } access)
                return Refusal.NotFound;
            if (access.RefuseComingAndGoing() is { } why)
                return why;
            if (!access.MayModerate)
                return NotYours;
            if (!Enum.TryParse<RoomRole>(roleName, ignoreCase: true, out var role) || !roleName!.All(char.IsAsciiLetterLower))
                return Refusal.Invalid("role", "A role is owner, moderator or member.");
            if (await append.Db.ActiveUsers.SingleOrDefaultAsync(u => u.Id == userId, ct) is not { } user)
                return Refusal.NotFound;
            var membership = await append.Db.Memberships.FindAsync([roomId, userId], ct);
            if (membership?.Role == role)
                return default(Done);
            if (!access.Rights.MayGive(role, membership?.Role))
                return NotYours;
            if (membership is not null && await Succession.HeirAsync(append.Db, membership, ct) is not null)
                return LastOwner;
            append.Audit(caller, membership is null ? "member.add" : "member.role", user, access.Room,
                membership is null ? Word(role) : $"{Word(membership.Role)} to {Word(role)}");
            if (membership is null)
                append.Db.Memberships.Add(Membership.Join(access.Room, userId, role, append.Now));
            else
                membership.ChangeRole(role);
            append.Log(MemberEvents.Changed, roomId, caller.UserId, userId);
            return default(Done);
        });

    /// <summary>Removes someone, or the caller.</summary>
    public Task<Result<Done>> RemoveAsync(Caller caller, string roomId, string userId) =>
        log.AppendAsync<Done>(async (append, ct) =>
        {
            if (await RoomGate.EnterAsync(append.Db, caller, roomId, ct) is not { } access)
                return Refusal.NotFound;
            if (access.RefuseComingAndGoing() is { } why)
                return why;
            var membership = await append.Db.Memberships.FindAsync([roomId, userId], ct);
            if (userId != caller.UserId && !access.MayChange(membership))
                return NotYours;
            if (membership is null)
                return default(Done);
            if (await Succession.HeirAsync(append.Db, membership, ct) is not null)
                return LastOwner;
            if (userId != caller.UserId)
                append.Audit(caller, "member.remove", await append.Db.Users.FindAsync([userId], ct), access.Room);
            append.Db.Memberships.Remove(membership);
            append.Log(MemberEvents.Changed, roomId, caller.UserId, userId);
            if (!access.Rights.IsOpen)
                append.Log(RoomEvents.Hidden, roomId, caller.UserId, userId);
            return default(Done);
        });

    /// <summary>Moves the read mark forward, never back. Everyone who reads a message does so: like a post, it asks EF Core nothing.</summary>
    public Task<Result<Done>> ReadAsync(Caller caller, string roomId, string? messageId) =>
        log.AppendAsync<Done>(async (append, ct) =>
        {
            if (await RoomGate.LookAsync(append, caller, roomId, ct) is not { } access)
                return Refusal.NotFound;
            if (Message.ParseId(messageId) is not { } id || await append.FindNumberAsync(id, roomId, ct) is not (> 0 and var number))
                return NoSuchMessage;
            if (access.Membership is { } membership && await TryMoveAsync(append, membership, number, ct))
                append.Log(ReadEvents.Moved, roomId, caller.UserId, id);
            return default(Done);
        });

    /// <summary>Marks a message and all later ones as unread.</summary>
    public Task<Result<Done>> UnreadAsync(Caller caller, string roomId, string? messageId) =>
        log.AppendAsync<Done>(async (append, ct) =>
        {
            if (await RoomGate.EnterAsync(append.Db, caller, roomId, ct) is not { } access)
                return Refusal.NotFound;
            if (access.Membership is not { } membership)
                return NoMark;
            if (await FindAsync(append.Db, roomId, messageId, ct) is not { } message)
                return NoSuchMessage;
            membership.UnreadFrom(message.Number);
            append.Log(ReadEvents.Moved, roomId, caller.UserId, message.Id);
            return default(Done);
        });

    // The writer does not hear of it when the mark is moved back at another node: what looks read already is looked up.
    private static async Task<bool> TryMoveAsync(LogAppend append, Membership membership, long number, CancellationToken ct)
    {
        if (!membership.ReadUpTo(number))
            return await append.Db.Memberships.FindAsync([membership.RoomId, membership.UserId], ct) is { } stored && stored.ReadUpTo(number);
        append.SaveReadMark(membership);
        return true;
    }

    private static async Task<Message?> FindAsync(ChatDb db, string roomId, string? messageId, CancellationToken ct) =>
        Message.ParseId(messageId) is { } id
            ? await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.RoomId == roomId && m.Number > 0, ct)
            : null;

    private static string Word(RoomRole role) => role.ToString().ToLowerInvariant();
}
