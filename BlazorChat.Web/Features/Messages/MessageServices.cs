using BlazorChat.Web.Features.Reactions;
using BlazorChat.Web.Timeline;

namespace BlazorChat.Web.Features.Messages;

internal static class MessageServices
{
    public static void AddMessages(this IServiceCollection services)
    {
        services.AddSingleton<MessagePoster>();
        services.AddSingleton<MessageEditor>();
        services.AddSingleton<MessageReactions>();
        services.AddSingleton<MessageRenderer>();
    }
}
