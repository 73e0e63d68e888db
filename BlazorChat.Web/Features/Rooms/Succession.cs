using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>
/// A room has an owner as long as anyone is in it; only everyone's first room needs none. Asked inside the writer, so that
/// nobody steps down between the question and the answer.
/// </summary>
internal static class Succession
{
    /// <returns>Who would have to own the room if this member did not any more; null if nobody would.</returns>
    public static async Task<Membership?> HeirAsync(ChatDb db, Membership owner, CancellationToken ct)
    {
        if (owner.Role != RoomRole.Owner || owner.RoomId == Room.DefaultId)
            return null;
        var others = db.Memberships.Where(m => m.RoomId == owner.RoomId && m.UserId != owner.UserId);
        var heir = await others.OrderByDescending(m => m.Role).ThenBy(m => m.JoinedAt).FirstOrDefaultAsync(ct);
        return heir?.Role == RoomRole.Owner ? null : heir;
    }

    /// <summary>For those whose account goes: nobody can be asked to hand their rooms over first.</summary>
    public static async Task HandOverAsync(LogAppend append, IEnumerable<Membership> memberships, CancellationToken ct)
    {
        foreach (var membership in memberships)
        {
            if (await HeirAsync(append.Db, membership, ct) is not { } heir)
                continue;
            heir.ChangeRole(RoomRole.Owner);
            append.Log(MemberEvents.Changed, heir.RoomId, membership.UserId, heir.UserId);
        }
    }
}
