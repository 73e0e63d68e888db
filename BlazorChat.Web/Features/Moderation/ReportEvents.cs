using BlazorChat.Core.Live;
using BlazorChat.Core.Moderation;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Moderation;

/// <summary><c>report</c>: a message was reported, or a report was decided. Only the room's moderators are told.</summary>
internal sealed class ReportEvents(IDbContextFactory<ChatDb> databases)
    : EventSource<ReportEvents.State>(new EventKind(Changed, Reach.Room, "report"))
{
    /// <summary>Subject: the message.</summary>
    public static readonly EntryKind Changed = new(21);

    protected override async Task<State> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var rooms = entries.Select(entry => entry.RoomId).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var open = await db.Reports.Where(r => rooms.Contains(r.RoomId) && r.State == ReportState.Open)
            .GroupBy(r => r.RoomId).Select(room => new { room.Key, Count = room.Count() })
            .ToDictionaryAsync(room => room.Key, room => room.Count, ct);
        var moderators = await db.Memberships.AsNoTracking().Where(m => rooms.Contains(m.RoomId)).WhoManage(db).ToListAsync(ct);
        return new State(open, moderators.ToLookup(m => m.RoomId, m => m.UserId));
    }

    protected override ValueTask TellAsync(ToldEntry entry, State now)
    {
        foreach (var moderator in now.Moderators[entry.RoomId])
            entry.Tell(
                new Audience(entry.RoomId, OnlyUserId: moderator),
                new ReportEvent(entry.RoomId, now.Open.GetValueOrDefault(entry.RoomId)));
        return ValueTask.CompletedTask;
    }

    /// <param name="Open">By room, the number of open reports.</param>
    /// <param name="Moderators">By room, the people who handle reports.</param>
    internal sealed record State(Dictionary<string, int> Open, ILookup<string, string> Moderators);
}

/// <param name="Open">The number of open reports.</param>
public sealed record ReportEvent(string RoomId, int Open);
