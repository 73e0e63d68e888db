using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Blocks;

/// <summary><c>block</c>: the reader blocked someone, or no longer does. Nobody else is told.</summary>
internal sealed class BlockEvents(IDbContextFactory<ChatDb> databases)
    : EventSource<HashSet<(string, string)>>(new EventKind(Changed, Reach.Actor, "block"))
{
    /// <summary>Subject: the user who was blocked or unblocked. Concerns no room.</summary>
    public static readonly EntryKind Changed = new(11);

    protected override async Task<HashSet<(string, string)>> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var users = entries.Select(entry => entry.Row.UserId).Distinct().ToArray();
        await using var db = await databases.CreateDbContextAsync(ct);
        var blocks = await db.Blocks.AsNoTracking().Where(b => users.Contains(b.UserId)).ToListAsync(ct);
        return [.. blocks.Select(block => (block.UserId, block.BlockedId))];
    }

    protected override ValueTask TellAsync(ToldEntry entry, HashSet<(string, string)> now)
    {
        var (userId, blockedId) = (entry.Row.UserId, entry.Row.Subject);
        entry.Tell(new Audience("", OnlyUserId: userId), new BlockEvent(blockedId, now.Contains((userId, blockedId))));
        return ValueTask.CompletedTask;
    }
}

/// <param name="UserId">The user who was blocked or unblocked.</param>
/// <param name="Blocked">Whether the reader blocks them now.</param>
public sealed record BlockEvent(string UserId, bool Blocked);
