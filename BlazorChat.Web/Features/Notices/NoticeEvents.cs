using BlazorChat.Core.Live;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Notices;

/// <summary><c>notices</c>: the reader chose how to be told of messages. Nobody else is told.</summary>
internal sealed class NoticeEvents(IDbContextFactory<ChatDb> databases)
    : EventSource<Dictionary<string, NoticeSettings>>(new EventKind(Changed, Reach.Actor, "notices"))
{
    /// <summary>Subject: the one who chose. Concerns no room.</summary>
    public static readonly EntryKind Changed = new(130);

    protected override async Task<Dictionary<string, NoticeSettings>> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var users = entries.Select(entry => entry.Row.UserId).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Set<NoticeSettings>().AsNoTracking().Where(s => users.Contains(s.UserId)).ToDictionaryAsync(s => s.UserId, ct);
    }

    protected override ValueTask TellAsync(ToldEntry entry, Dictionary<string, NoticeSettings> now)
    {
        if (now.TryGetValue(entry.Row.UserId, out var settings))
            entry.Tell(new Audience("", OnlyUserId: entry.Row.UserId), NoticeView.Of(settings));
        return ValueTask.CompletedTask;
    }
}
