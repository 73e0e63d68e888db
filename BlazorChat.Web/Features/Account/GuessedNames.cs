using BlazorChat.Web.Redis;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// Counts attempts with usernames that do not exist, and locks them like accounts. Otherwise the answer that says when to
/// try again would tell which names exist. They are counted over all nodes where there is a Redis; without it, and while it is
/// away, each node counts for itself, and a limited number of names.
/// </summary>
public sealed class GuessedNames(TimeProvider clock, SharedLimits? shared = null)
{
    private const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Guessed> names = [];

    /// <summary>Counts an attempt.</summary>
    /// <returns>For how long the name is still locked; null if it is not.</returns>
    public async ValueTask<TimeSpan?> CountAsync(string normalizedName)
    {
        var left = shared is null ? null : await shared.FailAsync("guess", normalizedName, Lockout.After, Lockout.Lasts);
        left ??= CountHere(normalizedName);
        return left > TimeSpan.Zero ? left : null;
    }

    private TimeSpan CountHere(string normalizedName)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        lock (gate)
        {
            if (names.Count >= Most)
                names.Clear();
            var known = names.GetValueOrDefault(normalizedName);
            if (known.LockedUntil > now)
                return TimeSpan.FromMilliseconds(known.LockedUntil - now);
            names[normalizedName] = known.Failures + 1 < Lockout.After
                ? new Guessed(known.Failures + 1, 0)
                : new Guessed(0, now + (long)Lockout.Lasts.TotalMilliseconds);
            return TimeSpan.Zero;
        }
    }

    private readonly record struct Guessed(int Failures, long LockedUntil);
}
