using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Saved;

/// <summary>Lists what someone saved in rooms that they may read now, what they saved last first.</summary>
internal static class SavedQueries
{
    private static readonly Refusal NoSuchMessage = Refusal.Invalid("before", "There is no such message among those you saved.");

    /// <returns>The ids of those in a room that they may read.</returns>
    public static Task<List<long>> InRoomAsync(ChatDb db, string userId, string roomId, CancellationToken ct) => db.Set<SavedMessage>()
        .Where(s => s.UserId == userId && db.Messages.Any(m => m.Id == s.MessageId && m.RoomId == roomId)).Select(s => s.MessageId).ToListAsync(ct);

    /// <param name="db">Where they are looked up.</param>
    /// <param name="userId">Who saved them.</param>
    /// <param name="before">One of them: those saved before it are wanted. Null: the last ones.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<Result<MessagesPage>> ReadAsync(ChatDb db, string userId, string? before, int limit, CancellationToken ct)
    {
        await using var snapshot = await db.SnapshotAsync(ct);
        var seen = db.RoomIdsSeenBy(userId);
        var saved = db.Set<SavedMessage>().AsNoTracking()
            .Where(s => s.UserId == userId && db.Messages.Any(m => m.Id == s.MessageId && seen.Contains(m.RoomId)));
        var end = long.MaxValue;
        if (before is not null)
        {
            if (Message.ParseId(before) is not { } id ||
                await saved.Where(s => s.MessageId == id).Select(s => (long?)s.Position).SingleOrDefaultAsync(ct) is not { } position)
                return NoSuchMessage;
            end = position;
        }
        var ids = await saved.Where(s => s.Position < end).OrderByDescending(s => s.Position).Take(limit + 1).Select(s => s.MessageId).ToListAsync(ct);
        return await MessagesPage.ReadAsync(db, ids, limit, ct);
    }
}
