using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>What administrators can do with rooms even if they are not members. The audit log records all of it.</summary>
internal sealed class AdminRoomCommands(LogWriter log, RoomDeletion deletion)
{
    private static readonly Refusal NoSuchPerson = Refusal.Invalid("user_id", "There is no such person.");

    public Task<Result<Done>> ArchiveAsync(Caller caller, string roomId, bool? archived) =>
        ActAsync(caller, roomId, (append, access, _) =>
        {
            var room = access.Room;
            if (archived is null)
                return Task.FromResult<Refusal?>(Refusal.Invalid("archived", "Say true or false."));
            if (archived == room.IsArchived)
                return Task.FromResult<Refusal?>(null);
            if (room.IsDefault)
                return Task.FromResult<Refusal?>(RoomCommands.DefaultStays);
            if (archived == true)
                room.Archive(append.Now);
            else
                room.Restore();
            append.Log(RoomEvents.Changed, room.Id, caller.UserId, room.Id);
            append.Audit(caller, archived == true ? "room.archive" : "room.restore", room: room);
            return Task.FromResult<Refusal?>(null);
        });

    public Task<Result<Done>> DeleteAsync(Caller caller, string roomId, string? reason = null) =>
        ActAsync(caller, roomId, async (append, access, ct) =>
        {
            if (access.Room.IsDefault)
                return RoomCommands.DefaultStays;
            append.Audit(caller, "room.delete", room: access.Room, detail: PlainLine.Clean(reason) is { Length: > 0 } why ? why : null);
            await deletion.DeleteAsync(append, caller, access.Room, ct);
            return null;
        });

    /// <summary>Makes the administrator a member. The room's history shows it to everyone.</summary>
    public Task<Result<Done>> EnterAsync(Caller caller, string roomId) => ActAsync(caller, roomId, async (append, access, ct) =>
    {
        if (access.Membership is null)
        {
            var membership = RoomGate.Join(append, access, caller.UserId);
            var message = Message.Tell(
                append.NextPosition, access.Room, caller.UserId, "entered the room as an administrator", append.Now);
            membership.ReadUpTo(message.Number);
            append.Insert(message, access.Room);
            append.LogKnown(MessageEvents.Posted, access.Room.Id, caller.UserId, message.Id,
                MessageView.Of(message, await Author.OfAsync(caller, append, ct), [], [], quote: null));
            append.Audit(caller, "room.enter", room: access.Room);
        }
        return null;
    });

    /// <summary>Makes someone the room's only owner; previous owners become moderators.</summary>
    public Task<Result<Done>> TransferAsync(Caller caller, string roomId, string? userId) =>
        ActAsync(caller, roomId, async (append, access, ct) =>
        {
            if (await append.Db.ActiveUsers.SingleOrDefaultAsync(u => u.Id == userId, ct) is not { } next)
                return NoSuchPerson;
            foreach (var owner in await append.Db.Memberships
                .Where(m => m.RoomId == roomId && m.Role == RoomRole.Owner && m.UserId != next.Id).ToListAsync(ct))
                ChangeRole(append, caller, owner, RoomRole.Moderator);
            if (await append.Db.Memberships.FindAsync([roomId, next.Id], ct) is not { } membership)
            {
                append.Db.Memberships.Add(Membership.Join(access.Room, next.Id, RoomRole.Owner, append.Now));
                append.Log(MemberEvents.Changed, roomId, caller.UserId, next.Id);
            }
            else if (membership.Role != RoomRole.Owner)
            {
                ChangeRole(append, caller, membership, RoomRole.Owner);
            }
            append.Audit(caller, "room.transfer", next, access.Room);
            return null;
        });

    private static void ChangeRole(LogAppend append, Caller caller, Membership membership, RoomRole role)
    {
        membership.ChangeRole(role);
        append.Log(MemberEvents.Changed, membership.RoomId, caller.UserId, membership.UserId);
    }

    private Task<Result<Done>> ActAsync(
        Caller caller, string roomId, Func<LogAppend, RoomAccess, CancellationToken, Task<Refusal?>> act) =>
        log.AdministerAsync<Done>(caller, async (append, ct) =>
            await RoomGate.AdministerAsync(append.Db, caller, roomId, ct) is not { } access ? Refusal.NotFound
            : await act(append, access, ct) is { } why ? why
            : default(Done));
}
