namespace BlazorChat.Web.Features.People;

internal static class ProfileServices
{
    public static void AddProfiles(this IServiceCollection services)
    {
        services.AddSingleton<Pictures>();
        services.AddScoped<ProfileKeeper>();
    }
}
