using BlazorChat.Core.Presence;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Presence;

internal static class PresenceServices
{
    public static void AddPresence(this IServiceCollection services)
    {
        services.AddSingleton<TypingBoard>();
        services.AddSingleton<PresenceBoard>();
        services.AddSingleton<PresenceEvents>();
        services.AddHostedService<PresenceSweeper>();
        services.AddPassingEvents("typing", "presence");
    }
}
