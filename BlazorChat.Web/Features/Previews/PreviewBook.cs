using BlazorChat.Core;
using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Previews;

/// <summary>Knows which messages want previews of which pages, and which pages wait to be fetched: all of it in the database.</summary>
public sealed class PreviewBook(LogWriter log, IDbContextFactory<ChatDb> databases, IOptions<HostingOptions> hosting)
{
    /// <summary>How many pages may wait. Links beyond get no preview.</summary>
    internal const int MostWaiting = 500;

    /// <summary>For how long a page that is shown serves for other messages, too.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromDays(1);

    /// <summary>For how long a page that failed is not tried again.</summary>
    private static readonly TimeSpan FailedFor = TimeSpan.FromHours(1);

    /// <summary>A page that has waited longer is not fetched: its message is old news.</summary>
    private static readonly TimeSpan WaitsFor = TimeSpan.FromMinutes(10);

    /// <summary>Notes what messages link to now. Where all of their pages are known already, the previews are shown.</summary>
    public async Task NoteAsync(IReadOnlyList<long> messageIds, CancellationToken ct)
    {
        var linking = await LinkingAsync(messageIds, ct);
        if (linking.Count > 0)
            await ChangeAsync(async (append, stop) =>
            {
                // What was deleted since must not get a preview.
                var ids = linking.Keys.ToArray();
                var there = await append.Beside.Messages.Where(m => ids.Contains(m.Id) && m.DeletedAt == null).Select(m => m.Id).ToListAsync(stop);
                foreach (var id in there.Order())
                    await NoteAsync(append, id, linking[id], stop);
                await append.Beside.SaveChangesAsync(stop);
                await ShowSettledAsync(append, there, stop);
            }, ct);
    }

    /// <returns>The pages to be fetched next, those that were wanted first before others.</returns>
    public async Task<List<LinkedPage>> NextAsync(string[] underWay, int most, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<LinkedPage>().AsNoTracking().Where(page => page.State == LinkedPageState.Waiting && !underWay.Contains(page.Id))
            .OrderBy(page => page.WantedAt).ThenBy(page => page.Id).Take(most).ToListAsync(ct);
    }

    /// <summary>Whether it has waited for too long to be fetched.</summary>
    public static bool IsLate(LinkedPage page, long now) => now - page.WantedAt > WaitsFor.TotalMilliseconds;

    /// <summary>Notes what pages turned out to be, and shows the previews of messages that wait for none any more.</summary>
    /// <returns>Those that nobody wants by now.</returns>
    public async Task<IReadOnlyList<string>> SettleAsync(IReadOnlyDictionary<string, PageSummary?> settled, CancellationToken ct)
    {
        var ids = settled.Keys.ToArray();
        List<string> unwanted = [.. ids];
        await ChangeAsync(async (append, stop) =>
        {
            foreach (var page in await append.Beside.Set<LinkedPage>().Where(page => ids.Contains(page.Id)).ToListAsync(stop))
            {
                if (settled[page.Id] is { } summary)
                    page.Settle(summary, append.Now);
                else
                    page.Fail(append.Now);
                unwanted.Remove(page.Id);
            }
            await append.Beside.SaveChangesAsync(stop);
            var waiting = await append.Beside.Set<LinkPreview>().Where(p => p.PageId != null && ids.Contains(p.PageId) && p.State == LinkPreviewState.Waiting)
                .Select(p => p.MessageId).Distinct().ToListAsync(stop);
            await ShowSettledAsync(append, waiting, stop);
        }, ct);
        return unwanted;
    }

    /// <summary>Forgets pages to which no message links any more; failed ones after a while.</summary>
    /// <returns>Their pictures.</returns>
    public async Task<IReadOnlyList<string>> ForgetAsync(long now, CancellationToken ct)
    {
        await using (var db = await databases.CreateDbContextAsync(ct))
            if (!await Unused(db, now).AnyAsync(ct))
                return [];
        List<string> pictures = [];
        await ChangeAsync(async (append, stop) =>
        {
            var unused = await Unused(append.Beside, now).ToListAsync(stop);
            append.Beside.RemoveRange(unused);
            pictures.AddRange(unused.Select(page => page.Picture).OfType<string>());
        }, ct);
        return pictures;
    }

    private static IQueryable<LinkedPage> Unused(ChatDb db, long now)
    {
        var failedBefore = now - (long)FailedFor.TotalMilliseconds;
        return db.Set<LinkedPage>().Where(page =>
            !db.Set<LinkPreview>().Any(p => p.PageId == page.Id) && (page.State != LinkedPageState.Failed || page.SettledAt < failedBefore));
    }

    private async Task<Dictionary<long, IReadOnlyList<MessageLink>>> LinkingAsync(IReadOnlyList<long> ids, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var texts = await db.Messages.AsNoTracking()
            .Where(m => ids.Contains(m.Id) && m.DeletedAt == null && m.Type != MessageType.System)
            .Join(db.Rooms, m => m.RoomId, r => r.Id, (message, room) => new { message.Id, message.Text, room.IsWithoutPreviews }).ToListAsync(ct);
        var known = await db.Set<LinkPreview>().Where(p => ids.Contains(p.MessageId)).Select(p => p.MessageId).Distinct().ToListAsync(ct);
        return texts.Where(row => MessageLinks.MayBeIn(row.Text) || known.Contains(row.Id)).ToDictionary(
            row => row.Id, IReadOnlyList<MessageLink> (row) => row.IsWithoutPreviews ? [] : [.. MessageLinks.In(Formatted.Of(row.Text)).Where(link => !IsOurs(link.Address))]);
    }

    // What stands there depends on who reads it.
    private bool IsOurs(Uri address) => hosting.Value.PublicUrl is { } ours && ours.Host.Equals(address.Host, StringComparison.OrdinalIgnoreCase) && ours.Port == address.Port;

    private static async Task NoteAsync(LogAppend append, long messageId, IReadOnlyList<MessageLink> links, CancellationToken ct)
    {
        var previews = append.Beside.Set<LinkPreview>();
        var known = await previews.Where(p => p.MessageId == messageId).ToDictionaryAsync(p => p.UrlKey, ct);
        foreach (var link in links)
            if (!known.Remove(link.Key) && await PageAsync(append, link, ct) is { } page)
                previews.Add(LinkPreview.Of(messageId, page));
        // What an edit took out may come back by another one; what somebody took away may not.
        previews.RemoveRange(known.Values.Where(p => p.State == LinkPreviewState.Waiting));
    }

    /// <returns>A page that waits or is shown already, or a new one to be fetched; null: there will be no preview.</returns>
    private static async Task<LinkedPage?> PageAsync(LogAppend append, MessageLink link, CancellationToken ct)
    {
        var pages = append.Beside.Set<LinkedPage>();
        await append.Beside.SaveChangesAsync(ct); // two messages of one page may link to the same address
        var newest = await pages.Where(page => page.UrlKey == link.Key).OrderByDescending(page => page.WantedAt).FirstOrDefaultAsync(ct);
        if (newest is { State: LinkedPageState.Waiting } || newest is { State: LinkedPageState.Known } && append.Now - newest.SettledAt < FreshFor.TotalMilliseconds)
            return newest;
        if (newest is { State: LinkedPageState.Failed } && append.Now - newest.SettledAt < FailedFor.TotalMilliseconds ||
            await pages.CountAsync(page => page.State == LinkedPageState.Waiting, ct) >= MostWaiting)
            return null;
        return pages.Add(LinkedPage.Want(link, append.Now)).Entity;
    }

    // All previews of a message are told at once: it grows once under the eyes of those who read it.
    private static async Task ShowSettledAsync(LogAppend append, IReadOnlyCollection<long> messageIds, CancellationToken ct)
    {
        var rows = await append.Beside.Set<LinkPreview>().Where(p => messageIds.Contains(p.MessageId) && p.State == LinkPreviewState.Waiting)
            .Join(append.Beside.Set<LinkedPage>(), p => p.PageId, page => page.Id, (preview, page) => new { preview, page.State })
            .Join(append.Beside.Messages, row => row.preview.MessageId, m => m.Id, (row, message) => new { row.preview, row.State, message.RoomId, message.AuthorId })
            .ToListAsync(ct);
        foreach (var ofOne in rows.GroupBy(row => row.preview.MessageId).OrderBy(group => group.Key).Where(group => group.All(row => row.State != LinkedPageState.Waiting)))
        {
            append.Beside.RemoveRange(ofOne.Where(row => row.State == LinkedPageState.Failed).Select(row => row.preview));
            var shown = ofOne.Where(row => row.State == LinkedPageState.Known).ToList();
            shown.ForEach(row => row.preview.Show());
            if (shown is [var first, ..])
                append.Log(PreviewEvents.Changed, first.RoomId, first.AuthorId, ofOne.Key);
        }
    }

    // The writer of SQLite says that it cannot write by a refusal.
    private async Task ChangeAsync(Func<LogAppend, CancellationToken, Task> change, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var changed = await log.AppendAsync<Done>(async (append, stop) =>
        {
            await change(append, stop);
            return default(Done);
        });
        if (changed.Refusal is { } why)
            throw new IOException(why.Detail);
    }
}
