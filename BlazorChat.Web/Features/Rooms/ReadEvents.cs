using System.Globalization;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary><c>read</c>: the reader's own read mark moved, on whatever device. Nobody else is told.</summary>
internal sealed class ReadEvents(IDbContextFactory<ChatDb> databases)
    : EventSource<Dictionary<(string, string), ReadEvent>>(new EventKind(Moved, Reach.Actor, "read"))
{
    /// <summary>Subject: the message at the new read mark, or the first one that was marked unread.</summary>
    public static readonly EntryKind Moved = new(7);

    protected override async Task<Dictionary<(string, string), ReadEvent>> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var rooms = entries.Select(entry => entry.RoomId).Distinct().ToArray();
        var users = entries.Select(entry => entry.Row.UserId).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var marks = await db.Memberships.Where(m => rooms.Contains(m.RoomId) && users.Contains(m.UserId))
            .Select(m => new
            {
                m.RoomId,
                m.UserId,
                m.ReadNumber,
                At = db.Messages.Where(at => at.RoomId == m.RoomId && at.Number == m.ReadNumber).Select(at => (long?)at.Id).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return marks.ToDictionary(
            mark => (mark.RoomId, mark.UserId),
            mark => new ReadEvent(mark.RoomId, mark.At?.ToString(CultureInfo.InvariantCulture), mark.ReadNumber));
    }

    // The mark as it is now, since it can move back, too. People who have left since then have none.
    protected override ValueTask TellAsync(ToldEntry entry, Dictionary<(string, string), ReadEvent> now)
    {
        if (now.TryGetValue((entry.RoomId, entry.Row.UserId), out var mark))
            entry.Tell(new Audience(entry.RoomId, OnlyUserId: entry.Row.UserId), mark);
        return ValueTask.CompletedTask;
    }
}

/// <param name="MessageId">The message at the mark; null before the first.</param>
/// <param name="Number">Its number: later ones are unread.</param>
public sealed record ReadEvent(string RoomId, string? MessageId, long Number);
