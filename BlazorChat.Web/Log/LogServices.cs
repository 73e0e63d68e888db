namespace BlazorChat.Web.Log;

internal static class LogServices
{
    public static void AddLog(this IServiceCollection services)
    {
        services.AddSingleton<Doorbell>();
        services.AddSingleton<EventLog>();
        services.AddHostedService(provider => provider.GetRequiredService<EventLog>());
        services.AddHostedService<LogTrimmer>();
    }
}
