using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>A new account joins the default room. A deleted account leaves all rooms and hands over those it owns.</summary>
internal sealed class MembershipsOfAccounts : IOnAccountDeleted
{
    /// <summary>As part of registering.</summary>
    public static async Task WelcomeAsync(LogAppend append, ChatUser account, CancellationToken ct)
    {
        var room = await append.Db.Rooms.SingleAsync(r => r.Id == Room.DefaultId, ct);
        append.Db.Memberships.Add(Membership.Join(room, account.Id, RoomRole.Member, append.Now));
        append.Log(MemberEvents.Changed, room.Id, account.Id, account.Id);
    }

    public Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct) => Task.FromResult<DeleteStep>(LeaveAllAsync);

    private static async Task LeaveAllAsync(LogAppend append, ChatUser account, CancellationToken ct)
    {
        var memberships = await append.Db.Memberships.Where(m => m.UserId == account.Id).ToListAsync(ct);
        await Succession.HandOverAsync(append, memberships, ct);
        append.Db.Memberships.RemoveRange(memberships);
        foreach (var membership in memberships)
            append.Log(MemberEvents.Changed, membership.RoomId, account.Id, account.Id);
    }
}
