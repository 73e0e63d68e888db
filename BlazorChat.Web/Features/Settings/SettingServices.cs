using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Settings;

internal static class SettingServices
{
    public static void AddSettings(this IServiceCollection services)
    {
        services.AddChatOptions<RegistrationOptions>();
        services.AddChatOptions<LimitOptions>(LimitOptions.Section);
        services.AddChatOptions<RateLimitOptions>(RateLimitOptions.Section);
        services.AddSingleton<RunTimeSettings>();
        services.AddHostedService(provider => provider.GetRequiredService<RunTimeSettings>());
        services.AddOnCommitted<RunTimeSettings>();
        services.AddSilentEntries(RunTimeSettings.Changed);
        services.AddRateLimits();
    }
}
