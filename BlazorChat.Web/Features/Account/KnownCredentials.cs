using System.Collections.Concurrent;
using System.Security.Claims;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// The cookies and JWTs that were checked before. What they say stays true until they expire, so their signature need not be
/// checked again, nor a cookie decrypted. Whether their session has ended is asked at every request.
/// </summary>
internal sealed class KnownCredentials(TimeProvider clock)
{
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<string, CheckedCredential> known = [];

    public CheckedCredential? Find(string credential) =>
        known.TryGetValue(credential, out var found) && found.ExpiresAt > clock.GetUtcNow() ? found : null;

    public void Remember(string credential, CheckedCredential says)
    {
        if (known.Count >= Capacity)
            known.Clear();
        known[credential] = says;
    }
}

/// <param name="SessionId">The session that it names.</param>
/// <param name="ExpiresAt">When it is no longer valid.</param>
/// <param name="EndsStreams">Whether streams that were opened with it end then: those of a JWT do, a cookie's last as long as the session.</param>
/// <param name="Principal">Whom it makes of the caller.</param>
internal sealed record CheckedCredential(string? SessionId, DateTimeOffset ExpiresAt, bool EndsStreams, ClaimsPrincipal Principal);
