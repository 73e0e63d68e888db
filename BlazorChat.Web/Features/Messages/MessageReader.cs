using System.Globalization;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Reads messages with all that belongs to them, in a handful of queries however many they are.</summary>
public static class MessageReader
{
    private const int ExcerptLength = 120;

    public static async Task<MessageView?> FindAsync(ChatDb db, long id, CancellationToken ct) =>
        (await ReadAsync(db, db.Messages.Where(m => m.Id == id), ct)).SingleOrDefault();

    /// <returns>The messages that the query names, in the order of their ids, which is that of posting.</returns>
    public static async Task<IReadOnlyList<MessageView>> ReadAsync(ChatDb db, IQueryable<Message> query, CancellationToken ct)
    {
        var messages = await query.AsNoTracking()
            .Join(db.Users, m => m.AuthorId, u => u.Id, (message, author) => new { message, author })
            .OrderBy(row => row.message.Id)
            .Select(row => new { row.message, Username = row.author.DeletedAt == null ? row.author.UserName! : ChatUser.DeletedName })
            .ToListAsync(ct);
        var reactions = await ReactionsAsync(db, [.. messages.Select(row => row.message.Id)], ct);
        var mentions = await MentionsAsync(db, [.. messages.Select(row => row.message)], ct);
        var quotes = await QuotesAsync(db, [.. messages.Select(row => row.message.ReplyToId).OfType<long>()], ct);
        return
        [
            .. messages.Select(row => MessageView.Of(
                row.message,
                row.Username,
                [.. reactions[row.message.Id]],
                [.. mentions[row.message.Id]],
                row.message is { ReplyToId: { } id, IsDeleted: false } ? quotes.GetValueOrDefault(id) : null)),
        ];
    }

    public static async Task<ILookup<long, ReactionView>> ReactionsAsync(ChatDb db, long[] messageIds, CancellationToken ct)
    {
        if (messageIds.Length == 0)
            return Array.Empty<(long Id, ReactionView View)>().ToLookup(r => r.Id, r => r.View);
        var rows = await db.Reactions.AsNoTracking()
            .Where(r => messageIds.Contains(r.MessageId))
            .Join(db.Users, r => r.UserId, u => u.Id, (r, u) => new
            {
                r.MessageId,
                r.Emoji,
                r.UserId,
                r.AddedAt,
                Username = u.DeletedAt == null ? u.UserName! : ChatUser.DeletedName,
            })
            .OrderBy(r => r.AddedAt)
            .ToListAsync(ct);
        return rows.GroupBy(r => (r.MessageId, r.Emoji))
            .Select(group => (group.Key.MessageId, View: new ReactionView(
                group.Key.Emoji, group.Count(), [.. group.Select(r => r.UserId)])
            { Usernames = [.. group.Select(r => r.Username)] }))
            .ToLookup(r => r.MessageId, r => r.View);
    }

    private static async Task<ILookup<long, Mention>> MentionsAsync(ChatDb db, Message[] messages, CancellationToken ct)
    {
        var ids = messages.Where(m => m.Text.Contains('@', StringComparison.Ordinal)).Select(m => m.Id).ToArray();
        var mentions = ids.Length == 0 ? []
            : await db.Mentions.AsNoTracking().Where(m => ids.Contains(m.MessageId)).OrderBy(m => m.UserId).ToListAsync(ct);
        return mentions.ToLookup(mention => mention.MessageId);
    }

    private static async Task<Dictionary<long, QuoteView>> QuotesAsync(ChatDb db, long[] messageIds, CancellationToken ct)
    {
        if (messageIds.Length == 0)
            return [];
        var rows = await db.Messages.AsNoTracking()
            .Where(m => messageIds.Contains(m.Id))
            .Join(db.Users, m => m.AuthorId, u => u.Id, (m, u) => new
            {
                m.Id,
                m.Text,
                Deleted = m.DeletedAt != null,
                Username = u.DeletedAt == null ? u.UserName! : ChatUser.DeletedName,
            })
            .ToListAsync(ct);
        return rows.ToDictionary(row => row.Id, row => new QuoteView(
            row.Id.ToString(CultureInfo.InvariantCulture), row.Username, Excerpt(row.Text), row.Deleted));
    }

    private static string Excerpt(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= ExcerptLength ? line : string.Concat(line.EnumerateRunes().Take(ExcerptLength)) + "…";
    }
}
