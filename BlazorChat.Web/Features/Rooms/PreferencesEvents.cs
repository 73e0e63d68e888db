using System.Text.Json.Serialization;
using BlazorChat.Core.Live;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary><c>preferences</c>: the reader's preferences for a room have changed. Nobody else is told.</summary>
internal sealed class PreferencesEvents(IDbContextFactory<ChatDb> databases)
    : EventSource<Dictionary<(string, string), Membership>>(new EventKind(Changed, Reach.Actor, "preferences"))
{
    /// <summary>Subject: the user.</summary>
    public static readonly EntryKind Changed = new(10);

    protected override async Task<Dictionary<(string, string), Membership>> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var rooms = entries.Select(entry => entry.RoomId).Distinct().ToArray();
        var users = entries.Select(entry => entry.Row.UserId).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Memberships.AsNoTracking().Where(m => rooms.Contains(m.RoomId) && users.Contains(m.UserId))
            .ToDictionaryAsync(m => (m.RoomId, m.UserId), ct);
    }

    protected override ValueTask TellAsync(ToldEntry entry, Dictionary<(string, string), Membership> now)
    {
        if (now.TryGetValue((entry.RoomId, entry.Row.UserId), out var mine))
            entry.Tell(
                new Audience(entry.RoomId, OnlyUserId: entry.Row.UserId),
                new PreferencesEvent(entry.RoomId, mine.Notify, mine.IsPinned, mine.HasNotificationsOff));
        return ValueTask.CompletedTask;
    }
}

/// <param name="Notify">Which messages notify the reader.</param>
/// <param name="Pinned">Whether the reader pinned the room to the top of their list.</param>
/// <param name="NotificationsOff">Whether the reader turned off notifications. Mentions still notify.</param>
public sealed record PreferencesEvent(string RoomId, NotificationLevel Notify, bool Pinned,
    [property: JsonPropertyName("muted")] bool NotificationsOff);
