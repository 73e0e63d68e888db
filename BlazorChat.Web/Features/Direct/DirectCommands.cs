using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Core;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Direct;

/// <summary>Direct rooms: each pair of people has one, and either of them can start it.</summary>
public sealed class DirectCommands(LogWriter log) : IOnAccountDeleted
{
    private static readonly Refusal Nobody = Refusal.Invalid("user_id", "Say with whom.");

    private static readonly Refusal Oneself = Refusal.Invalid("user_id", "Choose somebody else: a direct conversation is between two people.");

    public Task<Result<StartedDirect>> StartAsync(Caller caller, string? userId) =>
        log.AppendAsync<StartedDirect>(async (append, ct) =>
        {
            var db = append.Db;
            if (userId is null)
                return Nobody;
            if (!await db.ActiveUsers.AnyAsync(u => u.Id == userId, ct))
                return Refusal.NotFound;
            if (userId == caller.UserId)
                return Oneself;
            var pair = DirectPair.Of(caller.UserId, userId);
            var known = await db.Rooms.SingleOrDefaultAsync(r => r.DirectKey == pair.Key, ct);
            var access = known is null
                ? await BeginAsync(append, caller, pair, ct)
                : await RoomGate.EnterAsync(db, caller, known.Id, ct);
            // If it is refused, everything so far is undone.
            return access!.RefusePosting(append.Now) is { } why
                ? why
                : new StartedDirect(await RoomQueries.ViewAsync(db, caller.UserId, access, ct), IsNew: known is null);
        });

    public Task<DeleteStep> PrepareAsync(Caller caller, CancellationToken ct) =>
        Task.FromResult<DeleteStep>((append, account, stop) => TellAsync(append, account.Id, account.Id, stop));

    /// <summary>Tells those who have a direct room with someone that the account is gone or back.</summary>
    internal static async Task TellAsync(LogAppend append, string actorId, string userId, CancellationToken ct)
    {
        foreach (var roomId in await append.Db.Memberships.Where(m => m.UserId == userId)
            .Join(append.Db.Rooms.Where(r => r.Kind == RoomKind.Direct), m => m.RoomId, r => r.Id, (m, _) => m.RoomId).ToListAsync(ct))
            append.Log(RoomEvents.Changed, roomId, actorId, roomId);
    }

    private static Task<RoomAccess?> BeginAsync(LogAppend append, Caller caller, DirectPair pair, CancellationToken ct)
    {
        var room = Room.CreateDirect(pair, append.Now);
        append.Db.Rooms.Add(room);
        var both = new[] { pair.First, pair.Second }.Select(id => Membership.Join(room, id, RoomRole.Member, append.Now)).ToList();
        append.Db.Memberships.AddRange(both);
        // Both are members before the event is made, so that all their streams get it.
        foreach (var membership in both)
            append.Log(MemberEvents.Changed, room.Id, caller.UserId, membership.UserId);
        append.Log(RoomEvents.Changed, room.Id, caller.UserId, room.Id);
        return RoomGate.EnterAsync(append.Db, caller, room.Id, ct);
    }
}

/// <param name="Room">As the caller sees it.</param>
/// <param name="IsNew">False if the two had one already.</param>
public sealed record StartedDirect(MyRoomView Room, bool IsNew);
