using System.Threading.RateLimiting;
using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.RateLimiting;

namespace BlazorChat.Web.Features.Settings;

/// <summary>How often a user may change something. Past it: 429 with <c>Retry-After</c>.</summary>
internal static class RateLimits
{
    /// <summary>What everyone in a room sees and what is kept: messages, edits, reactions, rooms.</summary>
    public const string Posting = nameof(Posting);

    /// <summary>What is told and forgotten: typing, presence, read marks. Counted apart, so that typing costs no message.</summary>
    public const string Signals = nameof(Signals);

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Posting, ForUser);
            limiter.AddPolicy(Signals, ForUser);
            limiter.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter)
                    ? retryAfter : TimeSpan.FromSeconds(1);
                await Problems.TooMany("You are going too fast. Wait a moment and try again.", wait)
                    .ExecuteAsync(rejected.HttpContext);
            };
        });
    }

    // A user's bucket. A new one is made when an administrator changes how much it holds.
    private static RateLimitPartition<(string, int, int)> ForUser(HttpContext http)
    {
        var limits = http.RequestServices.GetRequiredService<RunTimeSettings>().Current;
        var userId = http.Features.Get<Caller>()?.UserId ?? "";
        return RateLimitPartition.GetTokenBucketLimiter((userId, limits.MessagesPerSecond, limits.Burst), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.Burst,
            TokensPerPeriod = limits.MessagesPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });
    }
}
