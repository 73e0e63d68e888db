using BlazorChat.Web.Features.Messages;

namespace BlazorChat.Web.Timeline;

/// <summary>Registers how messages are rendered, on pages and in events.</summary>
internal static class TimelineServices
{
    public static void AddTimeline(this IServiceCollection services)
    {
        services.AddSingleton<MessageRenderer>();
        services.AddSingleton<DrawMessage>(provider => provider.GetRequiredService<MessageRenderer>().RenderAsync);
    }

    public static void MapTimeline(this IEndpointRouteBuilder chat) => HistoryPage.Map(chat);
}
