using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Messages;

internal static class MessageServices
{
    public static void AddMessages(this IServiceCollection services)
    {
        services.AddSingleton<Addressees>();
        services.AddSingleton<PostCommands>();
        services.AddSingleton<MessageCommands>();
        services.AddSingleton<MessageDeletion>();
        services.AddSingleton<RenderQueries>();
        services.AddEvents<MessageEvents>();
        services.AddSingleton(MessageEvents.HandedOn);
        services.AddHarmlessKinds(MessageEvents.Posted, MessageEvents.Edited, MessageEvents.Deleted);
        services.AddOnCommitted<TypingEnds>();
    }
}
