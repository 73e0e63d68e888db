using BlazorChat.Core.Presence;
using BlazorChat.Web.Log;
using BlazorChat.Web.Redis;

namespace BlazorChat.Web.Features.Presence;

internal static class PresenceServices
{
    public static void AddPresence(this IServiceCollection services)
    {
        services.AddSingleton<TypingBoard>();
        services.AddSingleton<PresenceBoard>();
        services.AddSingleton<PresenceEvents>();
        services.AddHostedService<PresenceSweeper>();
        if (services.HasRedis())
        {
            services.AddSingleton<PresenceHashes>();
            services.AddHostedService<PresenceTeller>();
            services.AddHostedService<PresenceHearer>();
        }
        services.AddPassingEvents("typing", "presence");
    }
}
