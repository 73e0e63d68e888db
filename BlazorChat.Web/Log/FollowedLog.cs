using BlazorChat.Core;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Nodes;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Log;

/// <summary>Reads the log for followers, and saves how far each of them has come in the database.</summary>
public sealed class FollowedLog(LogWriter log, Leases leases, IDbContextFactory<ChatDb> databases)
{
    private static readonly Refusal TakenOver = Refusal.Unavailable("Another node runs this follower by now.");

    /// <summary>Runs a follower while no other node does.</summary>
    public Task HoldAsync(string name, Func<HeldLease, Task> work, CancellationToken ct) => leases.HoldAsync(name, work, ct);

    /// <summary>Where a follower goes on. A new follower begins at the head.</summary>
    /// <returns>Its position, and the position up to which the log has been trimmed.</returns>
    public async Task<(long Position, long TrimmedTo)> BeginAsync(string name, HeldLease lease)
    {
        var ct = lease.Lost;
        await using var db = await databases.CreateDbContextAsync(ct);
        var state = await db.LogState.AsNoTracking().SingleAsync(ct);
        if (await db.Followers.AsNoTracking().SingleOrDefaultAsync(f => f.Name == name, ct) is { } known)
            return (known.Position, state.TrimmedTo);
        await SaveAsync(name, state.Head, lease);
        return (state.Head, state.TrimmedTo);
    }

    /// <returns>A page of entries of these kinds after a position, and the position up to which the page is complete.</returns>
    public async Task<(IReadOnlyList<LogEntry> Entries, long Position)> ReadAsync(
        IReadOnlyList<EntryKind> kinds, long after, int size, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var head = (await db.HeadAsync(ct)).Position;
        var entries = await db.Log.AsNoTracking().Where(e => e.Position > after && e.Position <= head && kinds.Contains(e.Kind))
            .OrderBy(e => e.Position).Take(size).ToListAsync(ct);
        return (entries, entries.Count == size ? entries[^1].Position : head);
    }

    /// <exception cref="IOException">It could not be saved just now.</exception>
    /// <exception cref="OperationCanceledException">Another node runs the follower by now.</exception>
    public async Task SaveAsync(string name, long position, HeldLease lease)
    {
        var saved = await log.AppendAsync<Done>(async (append, ct) =>
        {
            if (!await lease.IsStillHeldAsync(append.ToRead, ct))
                return TakenOver;
            if (await append.Beside.Followers.FindAsync([name], ct) is { } known)
                known.Position = position;
            else
                append.Beside.Followers.Add(new FollowerPosition { Name = name, Position = position });
            return default(Done);
        });
        lease.Lost.ThrowIfCancellationRequested();
        if (saved.Refusal is { } why)
            throw new IOException(why.Detail);
    }
}
