using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Live;

internal static class LiveServices
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddPassingEvents("reset");
        services.AddSingleton<Replay>();
        services.AddSingleton<Reception>();
        services.AddSingleton<WaitingWrites>();
        services.AddSingleton<OpenStreams>();
        services.AddSingleton<EventStream>();
        services.AddSingleton<EventPoll>();
        services.AddHostedService<Heartbeat>();
        services.AddSingleton<Farewell>();
        services.AddSingleton<EndStreams>(provider => provider.GetRequiredService<Farewell>().EndStreamsAsync);
    }
}
