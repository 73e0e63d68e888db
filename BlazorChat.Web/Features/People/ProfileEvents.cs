using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.People;

/// <summary><c>profile</c>: someone's name, status text or picture changed.</summary>
internal sealed class ProfileEvents(IDbContextFactory<ChatDb> databases, KnownSessions sessions)
    : EventSource<Dictionary<string, ProfileView>>(new EventKind(Changed, Reach.Room, "profile")), IOnCommitted
{
    /// <summary>Subject: the user whose profile changed. There is one entry for each room that shows it.</summary>
    public static readonly EntryKind Changed = new(40);

    IReadOnlyList<EntryKind> IOnCommitted.Kinds { get; } = [Changed];

    // Sessions cache their owner's display name.
    public Task CommittedAsync(LogEntry entry, CancellationToken ct)
    {
        sessions.ForgetUser(entry.Subject);
        return Task.CompletedTask;
    }

    protected override async Task<Dictionary<string, ProfileView>> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var ids = entries.Select(entry => entry.Row.Subject).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, ProfileView.Of, ct);
    }

    protected override ValueTask TellAsync(ToldEntry entry, Dictionary<string, ProfileView> now)
    {
        if (now.TryGetValue(entry.Row.Subject, out var profile))
            entry.Tell(new ProfileEvent(
                entry.RoomId, profile.UserId, profile.Username, profile.DisplayName, profile.StatusText, profile.AvatarUrl));
        return ValueTask.CompletedTask;
    }
}

/// <summary>Someone's profile as it is now, for one room that shows it.</summary>
/// <param name="DisplayName">Null: they are shown by their username.</param>
/// <param name="AvatarUrl">Null: their initials are shown.</param>
public sealed record ProfileEvent(
    string RoomId, string UserId, string Username, string? DisplayName, string StatusText, [property: ChatAddress] string? AvatarUrl);
