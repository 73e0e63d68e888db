using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Blocks;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Live;

/// <summary>Reads from the log what a reader missed, page by page. It tells the present state of what changed, and only what the
/// reader may see now.</summary>
internal sealed class Replay(IDbContextFactory<ChatDb> databases, EventRegistry registry, EventFactory events, LogTail tail, RunTimeSettings settings)
{
    /// <summary>How many entries are read at once. This bounds the cost of a reader, however long they were away.</summary>
    public const int PageSize = 500;

    // Where messages may be long, fewer are made at once, and a page that has become large ends.
    private const int LengthOfFullPage = 4_000;
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly EntryKind[] toRoom = registry.KindsWith(Reach.Room, Reach.RoomAndSubject);
    private readonly EntryKind[] toActor = registry.KindsWith(Reach.Actor);
    private readonly EntryKind[] toSubject = registry.KindsWith(Reach.Subject, Reach.RoomAndSubject);

    /// <summary>Where a reader begins: at their cursor if the log still reaches back to it, otherwise at the head.</summary>
    public async Task<ReplayStart> StartAsync(string? cursorText, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var state = await db.LogState.AsNoTracking().SingleAsync(ct);
        var head = new Cursor(state.Epoch, state.Head);
        if (string.IsNullOrEmpty(cursorText))
            return new ReplayStart(head, IsReset: false);
        var reaches = Cursor.TryParse(cursorText, out var cursor) && cursor.Epoch == head.Epoch &&
            cursor.Position <= head.Position && cursor.Position >= state.TrimmedTo;
        return reaches ? new ReplayStart(cursor, IsReset: false) : new ReplayStart(head, IsReset: true);
    }

    /// <returns>At most a page of events after a position, and the position up to which the page is complete.</returns>
    public async Task<ReplayPage> ReadAsync(LiveReader reader, string epoch, long after, CancellationToken ct)
    {
        var subscriber = reader.Subscription.Subscriber;
        // Asked before the rooms: what the tail has published up to there is in them.
        var published = tail.Position;
        var rooms = reader.Rooms;
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var snapshot = await db.SnapshotAsync(ct);
        var state = await db.LogState.AsNoTracking().SingleAsync(ct);
        if (after < state.TrimmedTo)
        {
            // The log was trimmed since the reader began, so events are missing. When the reader comes back, a reset tells them
            // to load afresh.
            reader.Subscription.End(StreamEnd.TooSlow);
            return new ReplayPage([], after, HasMore: false);
        }
        var head = state.Head;
        // The log may be ahead of the tail. A room that the reader joined in between is not among the followed ones yet, and its
        // entries are dropped later as told.
        if (head > published && subscriber.RoomId is null)
            rooms = [.. rooms.Union(await RoomGate.RoomsOfAsync(db, subscriber.UserId, ct))];
        var entries = await Concerning(db.Log, subscriber, rooms)
            .Where(e => e.Position > after && e.Position <= head)
            .OrderBy(e => e.Position).Take(PageSize).AsNoTracking().ToListAsync(ct);
        var atOnce = Math.Clamp(PageSize * LengthOfFullPage / settings.Current.MessageLength, 1, PageSize);
        List<ChatEvent> page = [];
        var (made, bytes) = (0, 0L);
        while (made < entries.Count && bytes < MostBytes)
        {
            var next = entries.GetRange(made, Math.Min(atOnce, entries.Count - made));
            var told = await events.MakeAsync(epoch, [.. next.Select(entry => new CommittedEntry(entry))], subscriber.WantsHtml, ct);
            var from = page.Count;
            page.AddRange(told.SelectMany(t => t.Events).Where(e => e.Audience.Includes(subscriber.UserId)));
            made += next.Count;
            bytes += page.Skip(from).Sum(e => (long)e.For(subscriber).Chunk.Length);
        }
        var hasMore = made < entries.Count || entries.Count == PageSize;
        return new ReplayPage([.. page], hasMore ? entries[made - 1].Position : head, hasMore);
    }

    // Of a room that the reader may no longer see, only entries about the reader are told: their own removal.
    private IQueryable<LogEntry> Concerning(IQueryable<LogEntry> log, Subscriber reader, string[] rooms) => log.Where(e =>
        (reader.RoomId == null || e.RoomId == reader.RoomId) &&
        ((rooms.Contains(e.RoomId) && toRoom.Contains(e.Kind)) ||
         (e.UserId == reader.UserId && toActor.Contains(e.Kind)) ||
         (e.Subject == reader.UserId && toSubject.Contains(e.Kind))));
}

/// <param name="Cursor">Where the reader starts.</param>
/// <param name="IsReset">Whether the reader's cursor could not be used. Then they must load afresh.</param>
internal sealed record ReplayStart(Cursor Cursor, bool IsReset);

/// <param name="Events">The events, in order.</param>
/// <param name="Position">Everything up to here has been told.</param>
/// <param name="HasMore">Whether another page may follow.</param>
internal sealed record ReplayPage(ChatEvent[] Events, long Position, bool HasMore);
