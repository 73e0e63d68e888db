using System.Globalization;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Saved;

/// <summary><c>saved</c>: the reader saved a message, or has it no longer among what they saved. Nobody else is told.</summary>
internal sealed class SavedEvents(IDbContextFactory<ChatDb> databases)
    : EventSource<Dictionary<(long, string), bool>>(new EventKind(Changed, Reach.Subject, "saved"))
{
    /// <summary>Subject: the one who saves. Detail: the message.</summary>
    public static readonly EntryKind Changed = new(100);

    protected override async Task<Dictionary<(long, string), bool>> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var ids = entries.Select(entry => Of(entry).MessageId).Distinct().ToArray();
        var users = entries.Select(entry => entry.Row.Subject).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        // Who may no longer see the room is told nothing of it.
        return await db.Messages.Where(m => ids.Contains(m.Id))
            .SelectMany(m => db.Users.Where(u => users.Contains(u.Id)), (message, user) => new { MessageId = message.Id, message.RoomId, UserId = user.Id })
            .Where(row => db.Rooms.Any(r => r.Id == row.RoomId &&
                (r.Kind == RoomKind.Public || db.Memberships.Any(mine => mine.RoomId == r.Id && mine.UserId == row.UserId))))
            .Select(row => new { row.MessageId, row.UserId, Saved = db.Set<SavedMessage>().Any(s => s.UserId == row.UserId && s.MessageId == row.MessageId) })
            .ToDictionaryAsync(row => (row.MessageId, row.UserId), row => row.Saved, ct);
    }

    protected override ValueTask TellAsync(ToldEntry entry, Dictionary<(long, string), bool> now)
    {
        if (now.TryGetValue(Of(entry), out var saved))
            entry.Tell(new Audience(entry.RoomId, OnlyUserId: entry.Row.Subject), new SavedEvent(entry.RoomId, entry.Row.Detail!, saved));
        return ValueTask.CompletedTask;
    }

    private static (long MessageId, string UserId) Of(ToldEntry entry) =>
        (long.Parse(entry.Row.Detail!, CultureInfo.InvariantCulture), entry.Row.Subject);
}

/// <param name="RoomId">The room.</param>
/// <param name="MessageId">The message.</param>
/// <param name="Saved">Whether the reader has it among what they saved now.</param>
public sealed record SavedEvent(string RoomId, string MessageId, bool Saved);
