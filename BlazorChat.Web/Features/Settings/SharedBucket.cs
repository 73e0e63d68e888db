using System.Threading.RateLimiting;
using BlazorChat.Web.Redis;

namespace BlazorChat.Web.Features.Settings;

/// <summary>A user's token bucket over all nodes, and while Redis is away one of this node alone.</summary>
internal sealed class SharedBucket(SharedLimits limits, string key, TokenBucketRateLimiterOptions options) : RateLimiter
{
    private readonly TokenBucketRateLimiter here = new(options);

    public override TimeSpan? IdleDuration => here.IdleDuration;

    public override RateLimiterStatistics? GetStatistics() => here.GetStatistics();

    // The caller then asks once more and waits for the answer.
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => new SharedLease(TimeSpan.FromSeconds(1));

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        var perSecond = options.TokensPerPeriod / options.ReplenishmentPeriod.TotalSeconds;
        if (await limits.TakeAsync(key, options.TokenLimit, perSecond) is { } wait)
            return new SharedLease(wait);
        here.TryReplenish();
        return here.AttemptAcquire(permitCount);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            here.Dispose();
        base.Dispose(disposing);
    }

    private sealed class SharedLease(TimeSpan wait) : RateLimitLease
    {
        public override bool IsAcquired => wait == TimeSpan.Zero;

        public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = !IsAcquired && metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
