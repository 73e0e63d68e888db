using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>
/// Every room with members has an owner; only the default room needs none. This is checked inside the writer, so that
/// nobody can step down between the check and the change.
/// </summary>
internal static class Succession
{
    /// <returns>Who must become owner if this member stops being one; null if nobody must.</returns>
    public static async Task<Membership?> HeirAsync(ChatDb db, Membership owner, CancellationToken ct)
    {
        if (owner.Role != RoomRole.Owner || owner.RoomId == Room.DefaultId)
            return null;
        var others = db.Memberships.Where(m => m.RoomId == owner.RoomId && m.UserId != owner.UserId);
        var heir = await others.OrderByDescending(m => m.Role).ThenBy(m => m.JoinedAt).FirstOrDefaultAsync(ct);
        return heir?.Role == RoomRole.Owner ? null : heir;
    }

    /// <summary>Hands over the rooms of an account that is deleted: its owner cannot be asked to do it first.</summary>
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
