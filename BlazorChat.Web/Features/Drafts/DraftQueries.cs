using System.Globalization;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Drafts;

internal static class DraftQueries
{
    /// <returns>What someone has begun to write in rooms that they may read now.</returns>
    public static async Task<IReadOnlyList<DraftView>> OfAsync(ChatDb db, string userId, CancellationToken ct)
    {
        var seen = db.RoomIdsSeenBy(userId);
        var drafts = await db.Set<Draft>().AsNoTracking().Where(d => d.UserId == userId && seen.Contains(d.RoomId))
            .OrderByDescending(d => d.Position).ToListAsync(ct);
        return [.. drafts.Select(DraftView.Of)];
    }

    /// <returns>What they have begun to write in a room and in its threads.</returns>
    public static async Task<IReadOnlyList<DraftView>> InRoomAsync(ChatDb db, string userId, string roomId, CancellationToken ct) =>
        [.. (await db.Set<Draft>().AsNoTracking().Where(d => d.UserId == userId && d.RoomId == roomId).ToListAsync(ct)).Select(DraftView.Of)];

    /// <returns>By the room, where they have begun to write: in the room itself (<c>room</c>), or in which threads.</returns>
    public static async Task<ILookup<string, string>> PlacesAsync(ChatDb db, string userId, CancellationToken ct) =>
        (await db.Set<Draft>().Where(d => d.UserId == userId).Select(d => new { d.RoomId, d.ThreadId }).ToListAsync(ct))
            .ToLookup(draft => draft.RoomId, draft => draft.ThreadId == 0 ? "room" : draft.ThreadId.ToString(CultureInfo.InvariantCulture));
}
