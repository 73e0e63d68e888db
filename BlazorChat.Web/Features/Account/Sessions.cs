using System.Collections.Concurrent;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// The sign-ins that are good, as remembered by this process. Every request asks here who its cookie or token stands
/// for; the log's tail takes out what has ended, wherever it was ended.
/// </summary>
public sealed class Sessions(IDbContextFactory<ChatDb> databases, TimeProvider clock)
{
    private const int Capacity = 50_000;

    private readonly ConcurrentDictionary<string, Known> known = [];
    private int forgotten;

    /// <returns>Who came by that sign-in; null if it is over.</returns>
    /// <param name="sessionId">From the cookie or the token.</param>
    /// <param name="tokenExpiresAt">When the token runs out, Unix milliseconds; null for a cookie.</param>
    public async Task<Caller?> FindAsync(string? sessionId, long? tokenExpiresAt, CancellationToken ct)
    {
        if (sessionId is null)
            return null;
        if (!known.TryGetValue(sessionId, out var session))
        {
            var before = Volatile.Read(ref forgotten);
            if (await ReadAsync(sessionId, ct) is not { } read)
                return null;
            session = read;
            Remember(sessionId, session, before);
        }
        return session.ExpiresAt > clock.GetUtcNow().ToUnixTimeMilliseconds()
            ? new Caller(session.UserId, session.Username, session.IsAdministrator, sessionId,
                Math.Min(tokenExpiresAt ?? long.MaxValue, session.ExpiresAt))
            : null;
    }

    /// <summary>Ask the database again: the sign-in has ended or moved on.</summary>
    public void Forget(string sessionId)
    {
        Interlocked.Increment(ref forgotten);
        known.TryRemove(sessionId, out _);
    }

    /// <summary>The same for every sign-in of a user.</summary>
    public void ForgetUser(string userId)
    {
        Interlocked.Increment(ref forgotten);
        foreach (var (sessionId, session) in known)
            if (session.UserId == userId)
                known.TryRemove(sessionId, out _);
    }

    // What was read before something was forgotten may be that very thing.
    private void Remember(string sessionId, Known session, int forgottenBefore)
    {
        if (known.Count >= Capacity)
            known.Clear();
        known[sessionId] = session;
        if (Volatile.Read(ref forgotten) != forgottenBefore)
            known.TryRemove(sessionId, out _);
    }

    private async Task<Known?> ReadAsync(string sessionId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Sessions.Where(s => s.Id == sessionId)
            .Join(db.ActiveUsers, s => s.UserId, u => u.Id, (s, u) => new { s, u })
            .Where(row => row.s.Stamp == row.u.SecurityStamp)
            .Select(row => new Known(row.u.Id, row.u.UserName!, row.u.IsAdministrator, row.s.ExpiresAt))
            .SingleOrDefaultAsync(ct);
    }

    private sealed record Known(string UserId, string Username, bool IsAdministrator, long ExpiresAt);
}
