using System.Threading.RateLimiting;
using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Redis;
using Microsoft.AspNetCore.RateLimiting;

namespace BlazorChat.Web.Features.Settings;

/// <summary>How often a user may change something. Beyond it: 429 with <c>Retry-After</c>.</summary>
internal static class RateLimits
{
    /// <summary>Changes that everyone in a room sees and that are stored: messages, edits, reactions, rooms.</summary>
    public const string Posting = nameof(Posting);

    /// <summary>
    /// Small updates: typing, presence, read marks. Counted separately, so that typing does not use up posts.
    /// </summary>
    public const string Signals = nameof(Signals);

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Posting, http => ForUser(Posting, http));
            limiter.AddPolicy(Signals, http => ForUser(Signals, http));
            limiter.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter)
                    ? retryAfter : TimeSpan.FromSeconds(1);
                await Problems.TooMany("You are going too fast. Wait a moment and try again.", wait)
                    .ExecuteAsync(rejected.HttpContext);
            };
        });
    }

    // A user's token bucket, over all nodes where there is a Redis. It is replaced when an administrator changes the limit.
    private static RateLimitPartition<(string, int, int)> ForUser(string policy, HttpContext http)
    {
        var limits = http.RequestServices.GetRequiredService<RunTimeSettings>().Current;
        var userId = http.Features.Get<Caller>()?.UserId ?? "";
        var key = (userId, limits.MessagesPerSecond, limits.Burst);
        return http.RequestServices.GetService<SharedLimits>() is { } shared
            ? RateLimitPartition.Get(key, _ => (RateLimiter)new SharedBucket(shared, $"{policy}:{userId}", Bucket(limits)))
            : RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket(limits));
    }

    private static TokenBucketRateLimiterOptions Bucket(SettingValues limits) => new()
    {
        TokenLimit = limits.Burst,
        TokensPerPeriod = limits.MessagesPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        AutoReplenishment = false, // filled by one timer for all
    };
}
