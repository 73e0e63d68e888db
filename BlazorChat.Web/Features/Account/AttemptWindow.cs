using BlazorChat.Web.Redis;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// So many attempts in any stretch of time of this length, so that the end of one minute and the start of the next do not add
/// up. They are counted over all nodes where there is a Redis; without it, and while it is away, each node counts its own.
/// </summary>
/// <param name="what">What is attempted.</param>
/// <param name="most">How many attempts there may be for each key.</param>
/// <param name="length">In how long.</param>
/// <param name="shared">Counts over all nodes; null: there is no Redis.</param>
/// <param name="clock">Says when.</param>
internal sealed class AttemptWindow(string what, int most, TimeSpan length, SharedLimits? shared, TimeProvider clock)
{
    private readonly Lock gate = new();

    // When each attempt was, oldest first.
    private readonly Dictionary<string, Queue<TimeSpan>> here = [];
    private readonly long since = clock.GetTimestamp();
    private TimeSpan sweptAt;

    /// <returns>The 429 to answer with, or null: the attempt is counted.</returns>
    public async ValueTask<TooManyAttempts?> RefuseAsync(string key)
    {
        var wait = shared is null ? null : await shared.CountAsync(what, key, most, length);
        wait ??= CountHere(key);
        return wait > TimeSpan.Zero ? new TooManyAttempts(wait.Value) : null;
    }

    private TimeSpan CountHere(string key)
    {
        var now = clock.GetElapsedTime(since);
        lock (gate)
        {
            Sweep(now);
            if (!here.TryGetValue(key, out var attempts))
                here[key] = attempts = [];
            Drop(attempts, now);
            if (attempts.Count >= most)
                return attempts.Peek() + length - now;
            attempts.Enqueue(now);
            return TimeSpan.Zero;
        }
    }

    private void Sweep(TimeSpan now)
    {
        if (now - sweptAt < length)
            return;
        sweptAt = now;
        foreach (var (key, attempts) in here)
        {
            Drop(attempts, now);
            if (attempts.Count == 0)
                here.Remove(key);
        }
    }

    private void Drop(Queue<TimeSpan> attempts, TimeSpan now)
    {
        while (attempts.TryPeek(out var oldest) && oldest <= now - length)
            attempts.Dequeue();
    }
}
