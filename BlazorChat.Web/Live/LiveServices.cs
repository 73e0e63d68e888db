using BlazorChat.Core.Live;
using BlazorChat.Web.Features.Account;
using Microsoft.AspNetCore.SignalR;

namespace BlazorChat.Web.Live;

internal static class LiveServices
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<Broadcaster>();
        services.AddSingleton<Circuits>();
        services.AddSignalR(hub => hub.AddFilter<Circuits>());
        services.AddSingleton<EventReader>();
        services.AddSingleton<Replay>();
        services.AddSingleton<Reception>();
        services.AddSingleton<WaitingWrites>();
        services.AddSingleton<EventStream>();
        services.AddSingleton<EventPoll>();
        services.AddHostedService<LogTail>();
        services.AddHostedService<Heartbeat>();
    }
}
