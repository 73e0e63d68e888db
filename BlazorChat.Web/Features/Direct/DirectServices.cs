using BlazorChat.Web.Features.Blocks;

namespace BlazorChat.Web.Features.Direct;

internal static class DirectServices
{
    public static void AddDirect(this IServiceCollection services)
    {
        services.AddSingleton<DirectRooms>();
    }
}
