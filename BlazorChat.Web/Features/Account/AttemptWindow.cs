using System.Threading.RateLimiting;
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
internal sealed class AttemptWindow(string what, int most, TimeSpan length, SharedLimits? shared) : IDisposable
{
    private const int Segments = 6;

    private readonly PartitionedRateLimiter<string> here = PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ =>
            new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = length, SegmentsPerWindow = Segments }));

    /// <returns>The 429 to answer with, or null: the attempt is counted.</returns>
    public async ValueTask<TooManyAttempts?> RefuseAsync(string key)
    {
        var wait = shared is null ? null : await shared.CountAsync(what, key, most, length);
        wait ??= CountHere(key);
        return wait > TimeSpan.Zero ? new TooManyAttempts(wait.Value) : null;
    }

    public void Dispose() => here.Dispose();

    private TimeSpan CountHere(string key)
    {
        using var lease = here.AttemptAcquire(key);
        return lease.IsAcquired ? TimeSpan.Zero
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : length / Segments;
    }
}
