using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Timeline;

/// <summary>A message after the reader's read mark that mentions the reader: the timeline leads there.</summary>
/// <param name="Number">The message's number.</param>
/// <param name="MessageId">The message.</param>
public sealed record UnreadMention(long Number, long MessageId)
{
    private const int Most = 100;

    /// <returns>The oldest first, at most 100.</returns>
    public static Task<UnreadMention[]> OfAsync(ChatDb db, Membership mine, CancellationToken ct) =>
        db.Mentions.Where(n => n.UserId == mine.UserId && n.RoomId == mine.RoomId && n.Number > mine.ReadNumber)
            .Where(n => !db.Blocks.Any(b => b.UserId == mine.UserId && b.BlockedId == db.Messages.Single(m => m.Id == n.MessageId).AuthorId))
            .OrderBy(n => n.Number).Take(Most).Select(n => new UnreadMention(n.Number, n.MessageId)).ToArrayAsync(ct);
}
