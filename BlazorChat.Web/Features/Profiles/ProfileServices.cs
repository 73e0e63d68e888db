namespace BlazorChat.Web.Features.Profiles;

internal static class ProfileServices
{
    public static void AddProfiles(this IServiceCollection services)
    {
        services.AddSingleton<Pictures>();
        services.AddScoped<ProfileKeeper>();
    }
}
