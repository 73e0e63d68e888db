using BlazorChat.Web.Features.Messages;

namespace BlazorChat.Web.Timeline;

/// <summary>How a message looks, on pages and in what is told of it.</summary>
internal static class TimelineServices
{
    public static void AddTimeline(this IServiceCollection services)
    {
        services.AddSingleton<MessageRenderer>();
        services.AddSingleton<DrawMessage>(provider => provider.GetRequiredService<MessageRenderer>().RenderAsync);
    }

    public static void MapTimeline(this IEndpointRouteBuilder chat) => HistoryPage.Map(chat);
}
