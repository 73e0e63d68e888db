using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Moderation;

/// <summary><c>silence</c>: the reader was muted or unmuted in a room. Nobody else is told.</summary>
internal sealed class MuteEvents(IDbContextFactory<ChatDb> databases, TimeProvider clock)
    : EventSource<Dictionary<(string, string), long>>(new EventKind(Changed, Reach.Room, "silence"))
{
    /// <summary>Subject: the user who was muted or unmuted.</summary>
    public static readonly EntryKind Changed = new(20);

    protected override async Task<Dictionary<(string, string), long>> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var users = entries.Select(entry => entry.Row.Subject).Distinct().ToArray();
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Mutes.Where(s => users.Contains(s.UserId) && s.Until > now)
            .ToDictionaryAsync(s => (s.RoomId, s.UserId), s => s.Until, ct);
    }

    protected override ValueTask TellAsync(ToldEntry entry, Dictionary<(string, string), long> now)
    {
        var (roomId, userId) = (entry.RoomId, entry.Row.Subject);
        entry.Tell(
            new Audience(roomId, OnlyUserId: userId),
            new MuteEvent(roomId, userId, now.TryGetValue((roomId, userId), out var until) ? until : null));
        return ValueTask.CompletedTask;
    }
}

/// <param name="UserId">The user who is told.</param>
/// <param name="Until">When they may write again, Unix milliseconds; null: now.</param>
public sealed record MuteEvent(string RoomId, string UserId, long? Until);
