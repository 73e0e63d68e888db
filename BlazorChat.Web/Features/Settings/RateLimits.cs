using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Redis;
using Microsoft.AspNetCore.RateLimiting;

namespace BlazorChat.Web.Features.Settings;

/// <summary>
/// How often a user may change something. Beyond it: 429 with <c>Retry-After</c>. The server's own limiters tick ten times a second
/// each, whether anything happens or not: more than half of what an idle chat cost.
/// </summary>
internal static class RateLimits
{
    /// <summary>Changes that everyone in a room sees and that are stored: messages, edits, reactions, rooms.</summary>
    public const string Posting = nameof(Posting);

    /// <summary>
    /// Small updates: typing, presence, read marks. Counted separately, so that typing does not use up posts.
    /// </summary>
    public const string Signals = nameof(Signals);

    public static void AddRateLimits(this IServiceCollection services) => services.AddSingleton<TokenBuckets>();

    public static void UseRateLimits(this IApplicationBuilder app)
    {
        var (buckets, settings) = (app.ApplicationServices.GetRequiredService<TokenBuckets>(), app.ApplicationServices.GetRequiredService<RunTimeSettings>());
        var shared = app.ApplicationServices.GetService<SharedLimits>();
        app.Use((http, next) => http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is { } policy
            ? CheckAsync(http, next, $"{policy}:{http.Features.Get<Caller>()?.UserId}")
            : next(http));

        // Over all nodes where there is a Redis, and while it is away at this node alone.
        async Task CheckAsync(HttpContext http, RequestDelegate next, string key)
        {
            var limits = settings.Current;
            var wait = shared is null ? null : await shared.TakeAsync(key, limits.Burst, limits.MessagesPerSecond);
            wait ??= buckets.Take(key, limits.Burst, limits.MessagesPerSecond);
            await (wait == TimeSpan.Zero ? next(http)
                : Problems.TooMany("You are going too fast. Wait a moment and try again.", wait.Value).ExecuteAsync(http));
        }
    }
}
