using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Redis;

/// <summary>Registers the bus between nodes: by Redis where <c>REDIS_URL</c> names one, else none.</summary>
internal static class RedisServices
{
    public static void AddRedis(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        if (builder.Configuration[RedisUrl.Setting] is not { Length: > 0 } url)
            services.AddSingleton<IBus, NoBus>();
        else
            services.AddRedis(url);
    }

    /// <summary>Whether there is a Redis: then nodes also share what only it can keep.</summary>
    public static bool HasRedis(this IServiceCollection services) => services.Any(service => service.ServiceType == typeof(RedisConnection));

    // On its own: to run a method, all libraries that it names are loaded.
    private static void AddRedis(this IServiceCollection services, string url)
    {
        services.AddSingleton(RedisUrl.Parse(url));
        services.AddSingleton<ReadEpoch>(provider => async ct =>
        {
            await using var db = await provider.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(ct);
            return (await db.HeadAsync(ct)).Epoch;
        });
        services.AddSingleton<RedisConnection>();
        services.AddSingleton(provider => new SharedLimits(provider.GetRequiredService<RedisConnection>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RedisListener>();
        services.AddHostedService(provider => provider.GetRequiredService<RedisListener>());
        services.AddSingleton<RedisBus>();
        services.AddSingleton<IBus>(provider => provider.GetRequiredService<RedisBus>());
        services.AddHostedService(provider => provider.GetRequiredService<RedisBus>());
    }
}
