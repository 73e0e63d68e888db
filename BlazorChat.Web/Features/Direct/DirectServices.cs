using BlazorChat.Web.Features.Account;

namespace BlazorChat.Web.Features.Direct;

internal static class DirectServices
{
    public static void AddDirect(this IServiceCollection services)
    {
        services.AddSingleton<DirectCommands>();
        services.AddSingleton<IOnAccountDeleted>(provider => provider.GetRequiredService<DirectCommands>());
    }
}
