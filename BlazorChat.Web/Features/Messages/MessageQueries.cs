using System.Globalization;
using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using BlazorChat.Web.Features.Replies;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Reads messages with everything that belongs to them, in a handful of queries, however many messages there are.</summary>
public static class MessageQueries
{
    private const int ExcerptLength = 120;

    public static async Task<MessageView?> FindAsync(ChatDb db, long id, CancellationToken ct) =>
        (await ReadAsync(db, db.Messages.Where(m => m.Id == id), ct)).SingleOrDefault();

    /// <returns>The messages of the query, ordered by id, which is the order of posting.</returns>
    public static async Task<IReadOnlyList<MessageView>> ReadAsync(ChatDb db, IQueryable<Message> query, CancellationToken ct)
    {
        var messages = await query.AsNoTracking()
            .Join(db.Users, m => m.AuthorId, u => u.Id, (message, author) => new { message, author })
            .LeftJoin(db.Set<MessageThread>().Where(t => t.Replies > 0), row => row.message.Id, t => t.RootId, (row, thread) => new { row.message, row.author, thread })
            .OrderBy(row => row.message.Id)
            .Select(row => new
            {
                row.message,
                row.thread,
                Author = new Author(
                    row.author.DeletedAt == null ? row.author.UserName! : ChatUser.DeletedName, row.author.DisplayName, row.author.AvatarHash),
            })
            .ToListAsync(ct);
        var reactions = await ReactionsAsync(db, [.. messages.Select(row => row.message.Id)], ct);
        var addressing = messages.Where(row => row.message.Text.Contains('@', StringComparison.Ordinal)).Select(row => row.message.Id);
        var mentions = await MentionsAsync(db, [.. addressing], ct);
        var called = await CalledAsync(db, mentions.SelectMany(group => group), ct);
        var files = await FilesAsync(db, [.. messages.Where(row => row.message is { Type: MessageType.File, IsDeleted: false }).Select(row => row.message.Id)], ct);
        var quoted = messages.Select(row => row.message.ReplyToId).Concat(messages.Where(row => row.message.IsInRoom).Select(row => row.message.ThreadId));
        var quotes = await QuotesAsync(db, [.. quoted.OfType<long>().Distinct()], ct);
        var threads = await ThreadView.AllAsync(db, [.. messages.Select(row => row.thread).OfType<MessageThread>()], ct);
        var previews = await PreviewView.AllAsync(db, messages.Select(row => row.message), ct);
        return
        [
            .. messages.Select(row => MessageView.Of(
                row.message,
                row.Author,
                [.. reactions[row.message.Id]],
                [.. mentions[row.message.Id]],
                row.message is { ReplyToId: { } id, IsDeleted: false } ? quotes.GetValueOrDefault(id) : null,
                files.GetValueOrDefault(row.message.Id),
                called) with
            {
                Thread = threads.GetValueOrDefault(row.message.Id),
                Previews = previews.GetValueOrDefault(row.message.Id, []),
                Root = row.message is { IsInRoom: true, IsDeleted: false, ThreadId: { } rootId } ? quotes.GetValueOrDefault(rootId) : null,
            }),
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
                Name = u.DeletedAt == null ? u.DisplayName ?? u.UserName! : ChatUser.DeletedName,
            })
            .OrderBy(r => r.AddedAt)
            .ToListAsync(ct);
        return rows.GroupBy(r => (r.MessageId, r.Emoji))
            .Select(group => (group.Key.MessageId, View: new ReactionView(
                group.Key.Emoji, group.Count(), [.. group.Select(r => r.UserId)])
            { Names = [.. group.Select(r => r.Name)] }))
            .ToLookup(r => r.MessageId, r => r.View);
    }

    private static async Task<ILookup<long, Mention>> MentionsAsync(ChatDb db, long[] ids, CancellationToken ct)
    {
        var mentions = ids.Length == 0 ? []
            : await db.Mentions.AsNoTracking().Where(m => ids.Contains(m.MessageId)).OrderBy(m => m.UserId).ToListAsync(ct);
        return mentions.ToLookup(mention => mention.MessageId);
    }

    /// <returns>By user id, of the people whom a text names those whose present name differs from the one in it.</returns>
    internal static async Task<Dictionary<string, string>> CalledAsync(ChatDb db, IEnumerable<Mention> mentions, CancellationToken ct)
    {
        string[] userIds = [.. mentions.Where(mention => mention.OwnName is not null).Select(mention => mention.UserId).Distinct()];
        return userIds.Length == 0 ? []
            : await db.Users.AsNoTracking().Where(u => userIds.Contains(u.Id) && u.DisplayName != null)
                .ToDictionaryAsync(u => u.Id, u => u.DisplayName!, ct);
    }

    private static async Task<Dictionary<long, FileView>> FilesAsync(ChatDb db, long[] messageIds, CancellationToken ct) =>
        messageIds.Length == 0 ? []
            : await db.Attachments.AsNoTracking().Where(a => messageIds.Contains(a.MessageId) && a.DiscardedAt == null)
                .ToDictionaryAsync(a => a.MessageId, FileView.Of, ct);

    private static async Task<Dictionary<long, QuoteView>> QuotesAsync(ChatDb db, long[] messageIds, CancellationToken ct)
    {
        if (messageIds.Length == 0)
            return [];
        var rows = await db.Messages.AsNoTracking()
            .Where(m => messageIds.Contains(m.Id))
            .Join(db.Users, m => m.AuthorId, u => u.Id, (m, u) => new
            {
                m.Id,
                m.AuthorId,
                m.Text,
                Deleted = m.DeletedAt != null,
                FileName = m.Type == MessageType.File
                    ? db.Attachments.Where(a => a.MessageId == m.Id && a.DiscardedAt == null).Select(a => a.Name).FirstOrDefault() : null,
                Name = u.DeletedAt == null ? u.DisplayName ?? u.UserName! : ChatUser.DeletedName,
            })
            .ToListAsync(ct);
        var addressing = rows.Where(row => row.Text.Contains('@', StringComparison.Ordinal)).Select(row => row.Id);
        var mentions = await MentionsAsync(db, [.. addressing], ct);
        var called = await CalledAsync(db, mentions.SelectMany(group => group), ct);
        return rows.ToDictionary(row => row.Id, row => new QuoteView(
            row.Id.ToString(CultureInfo.InvariantCulture), row.AuthorId, row.Name,
            row.Text.Length > 0 ? MessageHtml.Excerpt(Formatted.Of(row.Text), ExcerptLength, [.. mentions[row.Id]], called) : row.FileName ?? "", row.Deleted));
    }
}
