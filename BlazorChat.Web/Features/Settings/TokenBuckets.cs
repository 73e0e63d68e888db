namespace BlazorChat.Web.Features.Settings;

/// <summary>
/// A bucket of tokens for each key: each call takes one, and they come back at an even rate. Of a bucket only the time is kept
/// at which it will be full again, and nothing once it is. No timer fills them.
/// </summary>
internal sealed class TokenBuckets(TimeProvider clock)
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Dictionary<string, TimeSpan> fullAt = [];
    private readonly long since = clock.GetTimestamp();
    private TimeSpan sweptAt;

    /// <param name="key">Whose bucket for what.</param>
    /// <param name="burst">How many tokens it holds.</param>
    /// <param name="perSecond">How many come back in a second.</param>
    /// <returns>How long to wait for a token; zero if it was taken.</returns>
    public TimeSpan Take(string key, int burst, double perSecond)
    {
        var now = clock.GetElapsedTime(since);
        var one = TimeSpan.FromSeconds(1 / perSecond);
        lock (gate)
        {
            Sweep(now);
            var full = fullAt.TryGetValue(key, out var known) && known > now ? known : now;
            var wait = full + one - now - (burst * one);
            if (wait > TimeSpan.Zero)
                return wait;
            fullAt[key] = full + one;
            return TimeSpan.Zero;
        }
    }

    private void Sweep(TimeSpan now)
    {
        if (now - sweptAt < BetweenSweeps)
            return;
        sweptAt = now;
        foreach (var (key, full) in fullAt)
            if (full <= now)
                fullAt.Remove(key);
    }
}
