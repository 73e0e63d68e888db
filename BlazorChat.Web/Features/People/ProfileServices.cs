using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.People;

internal static class ProfileServices
{
    public static void AddProfiles(this IServiceCollection services)
    {
        services.AddSingleton<Pictures>();
        services.AddScoped<ProfileCommands>();
        services.AddEvents<ProfileEvents>();
        services.AddOnCommitted<ProfileEvents>();
        services.AddSingleton<IOnAccountDeleted, ProfileOfDeleted>();
    }
}
