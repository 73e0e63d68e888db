using System.Globalization;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Replies;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Threads;

/// <summary>
/// <c>thread_followed</c>: the reader follows a thread from now on, or no longer. <c>thread_read</c>: they have read one further, on
/// whatever device. Nobody else is told.
/// </summary>
internal sealed class FollowEvents(IDbContextFactory<ChatDb> databases) : EventSource<Dictionary<(long, string), ThreadFollow>>(
    new(ThreadEntries.Followed, Reach.Subject, "thread_followed"), new(ThreadEntries.Read, Reach.Actor, "thread_read"))
{
    protected override async Task<Dictionary<(long, string), ThreadFollow>> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var roots = entries.Select(entry => Of(entry).RootId).Distinct().ToArray();
        var users = entries.Select(entry => Of(entry).UserId).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        // Who may no longer see the room is told nothing of its threads.
        return await db.Set<ThreadFollow>().AsNoTracking().Where(f => roots.Contains(f.RootId) && users.Contains(f.UserId))
            .Where(f => db.Messages.Any(m => m.Id == f.RootId && db.Rooms.Any(r => r.Id == m.RoomId &&
                (r.Kind == RoomKind.Public || db.Memberships.Any(mine => mine.RoomId == r.Id && mine.UserId == f.UserId)))))
            .ToDictionaryAsync(f => (f.RootId, f.UserId), ct);
    }

    protected override ValueTask TellAsync(ToldEntry entry, Dictionary<(long, string), ThreadFollow> now)
    {
        var (rootId, userId) = Of(entry);
        if (!now.TryGetValue((rootId, userId), out var follow))
            return ValueTask.CompletedTask;
        var audience = new Audience(entry.RoomId, OnlyUserId: userId);
        if (entry.Row.Kind == ThreadEntries.Followed)
            entry.Tell(audience, new ThreadFollowedEvent(entry.RoomId, Word(rootId), Word(rootId), follow.Follows, follow.Follows ? Word(follow.ReadUpToId) : null));
        else
            entry.Tell(audience, new ThreadReadEvent(entry.RoomId, Word(rootId), Word(follow.ReadUpToId)));
        return ValueTask.CompletedTask;
    }

    private static (long RootId, string UserId) Of(ToldEntry entry) => entry.Row.Kind == ThreadEntries.Followed
        ? (long.Parse(entry.Row.Detail!, CultureInfo.InvariantCulture), entry.Row.Subject)
        : (long.Parse(entry.Row.Subject, CultureInfo.InvariantCulture), entry.Row.UserId);

    private static string Word(long id) => id.ToString(CultureInfo.InvariantCulture);
}

/// <param name="RoomId">The room.</param>
/// <param name="ThreadId">The message on which the thread hangs.</param>
/// <param name="MessageId">The same.</param>
/// <param name="Following">Whether the reader follows it now.</param>
/// <param name="ReadUpTo">The last message of it that they have read; null if they do not follow it.</param>
public sealed record ThreadFollowedEvent(string RoomId, string ThreadId, string MessageId, bool Following, string? ReadUpTo);

/// <param name="RoomId">The room.</param>
/// <param name="ThreadId">The message on which the thread hangs.</param>
/// <param name="MessageId">The last message of it that the reader has read.</param>
public sealed record ThreadReadEvent(string RoomId, string ThreadId, string MessageId);
