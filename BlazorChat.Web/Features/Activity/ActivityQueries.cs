using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Reactions;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Activity;

/// <summary>
/// Lists who mentioned someone, answered them or reacted to their messages, in rooms that they may read now, the newest first. What people
/// did whom they blocked is left out. A message's id and a reaction's position are positions of the log: all have one order. Reactions to
/// one message are one item, where the latest of them stands.
/// </summary>
internal static class ActivityQueries
{
    private static readonly Refusal BadBefore = Refusal.Invalid("before", "That is no id of anything that is listed.");

    /// <param name="db">Where it is looked up.</param>
    /// <param name="userId">Whom it concerns.</param>
    /// <param name="before">Only what came before this; null: the newest.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<Result<ActivityPage>> ReadAsync(ChatDb db, string userId, string? before, int limit, CancellationToken ct)
    {
        var parsed = before is null ? long.MaxValue : Message.ParseId(before);
        if (parsed is not { } end)
            return BadBefore;
        await using var snapshot = await db.SnapshotAsync(ct);
        var heard = HeardBy(db, userId);
        var mentions = await db.Mentions.Where(n => n.UserId == userId && n.MessageId < end && heard.Any(m => m.Id == n.MessageId))
            .OrderByDescending(n => n.MessageId).Take(limit + 1).Select(n => n.MessageId).ToListAsync(ct);
        var answers = await db.Set<Answer>().Where(a => a.UserId == userId && a.MessageId < end && heard.Any(m => m.Id == a.MessageId))
            .OrderByDescending(a => a.MessageId).Take(limit + 1).Select(a => a.MessageId).ToListAsync(ct);
        var reactions = await LatestAsync(db, userId, end, limit + 1, ct);
        long[] positions =
        [
            .. mentions.Union(answers).Concat(reactions.Select(reaction => reaction.AddedAt)).OrderDescending().Take(limit + 1),
        ];
        var items = await ViewAsync(db, userId, positions[..Math.Min(limit, positions.Length)], reactions, ct);
        return new ActivityPage(items, positions.Length > limit);
    }

    // What others wrote whom the reader has not blocked, in rooms that they may read.
    private static IQueryable<Message> HeardBy(ChatDb db, string userId)
    {
        var seen = db.RoomIdsSeenBy(userId);
        return db.Messages.Where(m => m.AuthorId != userId && m.DeletedAt == null && seen.Contains(m.RoomId) &&
            !db.Blocks.Any(b => b.UserId == userId && b.BlockedId == m.AuthorId));
    }

    private static IQueryable<Reaction> ReactionsTo(ChatDb db, string userId) => db.Reactions.AsNoTracking()
        .Where(r => r.ToUserId == userId && !db.Blocks.Any(b => b.UserId == userId && b.BlockedId == r.UserId));

    // Of each message the last one that was given. Walks the index from its end and stops when it has enough.
    private static Task<List<Reaction>> LatestAsync(ChatDb db, string userId, long end, int limit, CancellationToken ct)
    {
        var seen = db.RoomIdsSeenBy(userId);
        return ReactionsTo(db, userId)
            .Where(r => r.AddedAt < end && db.Messages.Any(m => m.Id == r.MessageId && seen.Contains(m.RoomId)))
            // By their message: SQLite would go through all that was given to this person since.
            .Where(r => !db.Reactions.Any(later => later.MessageId == r.MessageId && later.AddedAt > r.AddedAt && later.ToUserId != null &&
                !db.Blocks.Any(b => b.UserId == userId && b.BlockedId == later.UserId)))
            .OrderByDescending(r => r.AddedAt).Take(limit).ToListAsync(ct);
    }

    private static async Task<ActivityItem[]> ViewAsync(
        ChatDb db, string userId, long[] positions, List<Reaction> reactions, CancellationToken ct)
    {
        var reacted = reactions.Where(reaction => positions.Contains(reaction.AddedAt)).ToDictionary(reaction => reaction.AddedAt);
        long[] theirs = [.. reacted.Values.Select(reaction => reaction.MessageId)];
        long[] ids = [.. positions.Except(reacted.Keys), .. theirs];
        var messages = (await MessageQueries.ReadAsync(db, db.Messages.Where(m => ids.Contains(m.Id)), ct)).ToDictionary(message => message.Id);
        var given = (await ReactionsTo(db, userId).Where(r => theirs.Contains(r.MessageId)).OrderBy(r => r.AddedAt).ToListAsync(ct))
            .ToLookup(reaction => reaction.MessageId);
        string[] who = [.. given.SelectMany(one => one).Select(reaction => reaction.UserId).Distinct()];
        var people = await db.Users.AsNoTracking().Where(u => who.Contains(u.Id)).ToDictionaryAsync(u => u.Id, PersonView.Of, ct);
        return
        [
            .. positions.Select(position => reacted.TryGetValue(position, out var last)
                ? OfReactions(last, messages[Word(last.MessageId)], [.. given[last.MessageId]], people)
                : OfMessage(messages[Word(position)], userId)),
        ];
    }

    private static ActivityItem OfMessage(MessageView message, string userId) => new(
        message.Id, message.Mentions.Contains(userId) ? ActivityKind.Mention : message.ReplyTo is not null && message.Quote?.UserId == userId ? ActivityKind.Reply : ActivityKind.ThreadReply,
        message.Timestamp, message, [message.UserId], [])
    {
        People = [new PersonView(message.UserId, message.Username) { DisplayName = message.DisplayName, AvatarUrl = message.AvatarUrl }],
    };

    private static ActivityItem OfReactions(Reaction last, MessageView message, Reaction[] given, Dictionary<string, PersonView> people)
    {
        string[] userIds = [.. given.Reverse().Select(reaction => reaction.UserId).Distinct()];
        return new ActivityItem(Word(last.AddedAt), ActivityKind.Reaction, last.GivenAt, message, userIds,
            [.. given.GroupBy(reaction => reaction.Emoji).Select(one => new ReactionView(one.Key, one.Count(), [.. one.Select(reaction => reaction.UserId)]))])
        {
            People = [.. userIds.Select(id => people[id])],
        };
    }

    private static string Word(long id) => id.ToString(CultureInfo.InvariantCulture);
}
