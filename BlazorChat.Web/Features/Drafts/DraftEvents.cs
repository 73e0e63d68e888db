using System.Globalization;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Drafts;

/// <summary><c>draft</c>: what the reader has begun to write somewhere is another text now, or gone. Nobody else is told.</summary>
internal sealed class DraftEvents(IDbContextFactory<ChatDb> databases)
    : EventSource<IReadOnlyList<DraftEvents.Now>>(new EventKind(Changed, Reach.Subject, "draft"))
{
    /// <summary>Subject: the one who writes. Detail: the thread, 0 in the room itself.</summary>
    public static readonly EntryKind Changed = new(140);

    protected override async Task<IReadOnlyList<Now>> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var users = entries.Select(entry => entry.Row.Subject).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        List<Now> now = [];
        foreach (var user in users)
        {
            string[] rooms = [.. entries.Where(entry => entry.Row.Subject == user).Select(entry => entry.RoomId).Distinct()];
            // Who may no longer see the room is told nothing of it.
            var seen = await db.RoomIdsSeenBy(user).Where(id => rooms.Contains(id)).ToListAsync(ct);
            now.Add(new Now(user, seen, await db.Set<Draft>().AsNoTracking().Where(d => d.UserId == user && seen.Contains(d.RoomId)).ToListAsync(ct)));
        }
        return now;
    }

    protected override ValueTask TellAsync(ToldEntry entry, IReadOnlyList<Now> now)
    {
        var (_, rooms, drafts) = now.Single(one => one.UserId == entry.Row.Subject);
        var threadId = long.Parse(entry.Row.Detail!, CultureInfo.InvariantCulture);
        if (rooms.Contains(entry.RoomId))
            entry.Tell(
                new Audience(entry.RoomId, OnlyUserId: entry.Row.Subject),
                drafts.SingleOrDefault(d => d.RoomId == entry.RoomId && d.ThreadId == threadId) is { } draft
                    ? DraftView.Of(draft) : DraftView.None(entry.RoomId, threadId, entry.Row.Position));
        return ValueTask.CompletedTask;
    }

    /// <param name="UserId">The reader.</param>
    /// <param name="Rooms">Which of the rooms they may see.</param>
    /// <param name="Drafts">What they have begun to write there.</param>
    internal sealed record Now(string UserId, IReadOnlyList<string> Rooms, IReadOnlyList<Draft> Drafts);
}
