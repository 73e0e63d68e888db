using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Search;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Search;

/// <summary>Writes messages, as they are now, into the index.</summary>
public sealed class SearchIndexing(LogWriter log, IDbContextFactory<ChatDb> databases)
{
    /// <summary>Enters messages, or takes out those that are deleted.</summary>
    public Task IndexAsync(IReadOnlyList<long> ids, CancellationToken ct) => IndexAsync(ids, null, ct);

    /// <summary>Enters messages from before there was an index, and saves that all from the first of them on are in it.</summary>
    /// <returns>The id of the first one; null: there are none before.</returns>
    public async Task<long?> IndexBeforeAsync(long before, int size, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = await db.Messages.Where(m => m.Id < before).OrderByDescending(m => m.Id).Take(size).Select(m => m.Id).ToListAsync(ct);
        await IndexAsync(ids, ids.Count == 0 ? 0 : ids[^1], ct);
        return ids.Count == 0 ? null : ids[^1];
    }

    /// <summary>Takes out what was said in a room before it was deleted.</summary>
    /// <param name="roomId">The room.</param>
    /// <param name="before">The position of the entry that says so: the same name may be taken again.</param>
    /// <param name="ct">Ends it.</param>
    public async Task RemoveRoomAsync(string roomId, long before, CancellationToken ct)
    {
        const int size = 1000;
        var room = new IndexQuery([[IndexTerm.OfRoom(roomId)]], []);
        await using var db = await databases.CreateDbContextAsync(ct);
        for (List<long> ids = [before]; ids.Count > 0;)
        {
            ids = await db.SearchIndex.FindAsync(db, room, new IdRange(0, ids[^1]), size, ct);
            // Rooms may share a term.
            var left = await db.Messages.Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct);
            await ChangeAsync(db, (index, stop) => index.SearchIndex.RemoveAsync(index, [.. ids.Except(left)], stop), ct);
        }
    }

    /// <summary>Makes the index again, empty.</summary>
    public async Task ResetAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await ChangeAsync(db, (index, stop) => index.SearchIndex.ResetAsync(index, stop), ct);
    }

    /// <returns>How many messages were taken out whose words are still on disk.</returns>
    public async Task<long> RemovedAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.SearchIndex.RemovedAsync(db, ct);
    }

    /// <summary>Takes a short step of overwriting words of messages that were taken out.</summary>
    /// <returns>Whether there is more of it.</returns>
    public async Task<bool> ForgetStepAsync(bool isFirst, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var isMore = false;
        await ChangeAsync(db, async (index, stop) => isMore = await index.SearchIndex.ForgetStepAsync(index, isFirst, stop), ct);
        return isMore;
    }

    /// <summary>Ends what the steps have begun, and remembers that the words of so many messages are gone.</summary>
    /// <returns>False if something is in the way just now.</returns>
    public async Task<bool> TryFinishForgettingAsync(long removed, CancellationToken ct)
    {
        await using (var db = await databases.CreateDbContextAsync(ct))
            if (!await db.SearchIndex.TryFinishForgettingAsync(db, ct))
                return false;
        await using var changed = await databases.CreateDbContextAsync(ct);
        await ChangeAsync(changed, (index, stop) => index.SearchIndex.SaveForgottenAsync(index, removed, stop), ct);
        return true;
    }

    private async Task IndexAsync(IReadOnlyList<long> ids, long? unread, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var messages = await ReadAsync(db, ids, ct);
        long[] gone = [.. ids.Except(messages.Select(message => message.Id))];
        await ChangeAsync(db, async (index, stop) =>
        {
            await index.SearchIndex.RemoveAsync(index, gone, stop);
            await index.SearchIndex.WriteAsync(index, messages, stop);
            if (unread is { } from)
                await index.SearchIndex.SaveUnreadAsync(index, from, stop);
        }, ct);
        await db.SearchIndex.TidyAsync(db, ct);
    }

    private static async Task<List<IndexedMessage>> ReadAsync(ChatDb db, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var messages = db.Messages.AsNoTracking().Where(m => ids.Contains(m.Id) && m.DeletedAt == null && m.Type != MessageType.System);
        var titles = await PreviewView.TitlesAsync(db, messages, ct);
        var rows = await messages
            .LeftJoin(db.Attachments.Where(a => a.DiscardedAt == null), m => m.Id, a => a.MessageId, (message, file) => new { message, file }).ToListAsync(ct);
        return [.. rows.Select(row => new IndexedMessage(row.message.Id, row.message.PostedAt, Terms(row.message, row.file, titles[row.message.Id])))];
    }

    private static HashSet<string> Terms(Message message, Attachment? file, IEnumerable<(string UrlKey, string Title)> titles)
    {
        HashSet<string> terms = [IndexTerm.OfRoom(message.RoomId).Text, IndexTerm.By(message.AuthorId).Text];
        if (message.ThreadId is not null)
            terms.Add(IndexTerm.Thread.Text);
        if (file is not null)
            terms.Add(IndexTerm.File.Text);
        if (file?.Kind == FileKind.Image)
            terms.Add(IndexTerm.Image.Text);
        if (message.Parsed().HasLink)
            terms.Add(IndexTerm.Link.Text);
        new SearchedMessage(message.Text, [file?.Name, .. PreviewView.TitlesIn(message.Parsed(), titles)]).CollectTerms(terms);
        return terms;
    }

    // In SQLite there is one writer, and nobody should wait for its lock. In PostgreSQL the writer's lock is that of all nodes.
    private async Task ChangeAsync(ChatDb db, Func<ChatDb, CancellationToken, Task> change, CancellationToken ct)
    {
        if (db.IsShared)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await change(db, ct);
            await transaction.CommitAsync(ct);
            return;
        }
        var changed = await log.AppendAsync<Done>(async (append, stop) =>
        {
            await change(append.ToRead, stop);
            return default(Done);
        });
        if (changed.Refusal is { } why)
            throw new IOException(why.Detail);
    }
}
