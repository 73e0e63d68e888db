using System.Collections.Concurrent;
using System.Security.Cryptography;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// A cache of valid sessions and access tokens. Every request asks here whose cookie or token it has. The log's tail removes
/// sessions that have ended, whichever node ended them.
/// </summary>
public sealed class KnownSessions(IDbContextFactory<ChatDb> databases, TimeProvider clock)
{
    private const int Capacity = 50_000;

    private readonly ConcurrentDictionary<string, Known> known = [];
    private int forgotten;

    /// <returns>The caller with this session; null if it has ended.</returns>
    /// <param name="sessionId">From the cookie or the token.</param>
    /// <param name="tokenExpiresAt">When the token expires, Unix milliseconds; null for a cookie.</param>
    public async Task<Caller?> FindAsync(string? sessionId, long? tokenExpiresAt, CancellationToken ct) =>
        await KnownAsync(sessionId, ct) is { } session && session.ExpiresAt > Now
            ? session.As(sessionId!, Math.Min(tokenExpiresAt ?? long.MaxValue, session.ExpiresAt))
            : null;

    /// <returns>The caller with this access token; null if it is not valid.</returns>
    public async Task<Caller?> FindByTokenAsync(string token, CancellationToken ct)
    {
        var (sessionId, secret) = TokenSecret.Parse(token);
        return await KnownAsync(sessionId, ct) is { TokenHash: { } hash } &&
            CryptographicOperations.FixedTimeEquals(hash, TokenSecret.Hash(secret))
                ? await FindAsync(sessionId, null, ct)
                : null;
    }

    /// <summary>Notes that it was used just now.</summary>
    /// <returns>Whether that should be saved: once every few minutes.</returns>
    internal bool IsNews(string sessionId, TimeSpan interval) =>
        known.TryGetValue(sessionId, out var session) && session.IsNews(Now, (long)interval.TotalMilliseconds);

    /// <summary>Forgets a session that has ended or changed. The next request asks the database.</summary>
    public void Forget(string sessionId)
    {
        Interlocked.Increment(ref forgotten);
        known.TryRemove(sessionId, out _);
    }

    /// <summary>The same for every session of a user.</summary>
    public void ForgetUser(string userId)
    {
        Interlocked.Increment(ref forgotten);
        foreach (var (sessionId, session) in known)
            if (session.UserId == userId)
                known.TryRemove(sessionId, out _);
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<Known?> KnownAsync(string? sessionId, CancellationToken ct)
    {
        if (sessionId is null)
            return null;
        if (known.TryGetValue(sessionId, out var session))
            return session;
        var before = Volatile.Read(ref forgotten);
        if (await ReadAsync(sessionId, ct) is not { } read)
            return null;
        Remember(sessionId, read, before);
        return read;
    }

    // What was read from the database before a session was forgotten may be that very session.
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
        return await db.GoodSessions.Where(s => s.Id == sessionId)
            .Join(db.Users, s => s.UserId, u => u.Id, (s, u) => new { s, u })
            .Select(row => new Known(
                row.u.Id, row.u.UserName!, row.u.DisplayName, row.u.IsAdministrator, row.s.Scope, row.s.TokenHash,
                row.s.ExpiresAt, row.s.SeenAt))
            .SingleOrDefaultAsync(ct);
    }

    private sealed record Known(
        string UserId, string Username, string? DisplayName, bool IsAdministrator, TokenScope? Scope, byte[]? TokenHash,
        long ExpiresAt, long SeenAt)
    {
        private long seenAt = SeenAt;

        public bool IsNews(long now, long interval)
        {
            var before = Volatile.Read(ref seenAt);
            return now - before >= interval && Interlocked.CompareExchange(ref seenAt, now, before) == before;
        }

        public Caller As(string sessionId, long expiresAt) => new(
            UserId, Username, IsAdministrator && (Scope is null or TokenScope.Admin), sessionId, expiresAt, Scope, DisplayName);
    }
}
