using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Reactions;

internal static class ReactionServices
{
    public static void AddReactions(this IServiceCollection services)
    {
        services.AddSingleton<ReactionCommands>();
        services.AddEvents<ReactionEvents>();
        services.AddHarmlessKinds(ReactionEvents.Changed);
        services.AddSingleton<IOnMessageDeleted, ReactionsOfDeleted>();
    }
}
