using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Saved;

/// <summary>Saved messages: what someone keeps for themselves to find it again.</summary>
internal static class SavedServices
{
    public static void AddSaved(this IServiceCollection services)
    {
        services.AddSingleton<SavedCommands>();
        services.AddEvents<SavedEvents>();
        services.AddHarmlessKinds(SavedEvents.Changed);
        services.AddSingleton<IOnMessageDeleted, SavedOfDeleted>();
        services.AddSingleton<IOnAccountDeleted, SavedOfDeleted>();
    }
}
