using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Activity;

/// <summary>Lists the messages that address someone in rooms that they may read now, the newest first. Those of people whom they blocked
/// are left out.</summary>
internal static class MentionQueries
{
    private static readonly Refusal BadBefore = Refusal.Invalid("before", "That is no id of a message.");

    /// <param name="db">Where they are looked up.</param>
    /// <param name="userId">Who is addressed.</param>
    /// <param name="before">Only messages before this one; null: the newest.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<Result<MessagesPage>> ReadAsync(ChatDb db, string userId, string? before, int limit, CancellationToken ct)
    {
        var end = before is null ? long.MaxValue : Message.ParseId(before);
        if (end is null)
            return BadBefore;
        await using var snapshot = await db.SnapshotAsync(ct);
        var seen = db.RoomIdsSeenBy(userId);
        var ids = await db.Mentions.AsNoTracking()
            .Where(n => n.UserId == userId && n.MessageId < end && seen.Contains(n.RoomId))
            .Where(n => !db.Messages.Any(m => m.Id == n.MessageId && db.Blocks.Any(b => b.UserId == userId && b.BlockedId == m.AuthorId)))
            .OrderByDescending(n => n.MessageId).Take(limit + 1).Select(n => n.MessageId).ToListAsync(ct);
        return await MessagesPage.ReadAsync(db, ids, limit, ct);
    }
}
