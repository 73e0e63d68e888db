namespace BlazorChat.Web.Features.Moderation;

internal static class ModerationServices
{
    public static void AddModeration(this IServiceCollection services)
    {
        services.AddSingleton<Silencing>();
        services.AddSingleton<Reporting>();
    }
}
