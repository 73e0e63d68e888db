using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Admin;

/// <summary>Settings that can be changed while the chat runs.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/settings", Get)
            .WithSummary("Settings that change while the chat runs.").NeverRefuses(StatusCodes.Status503ServiceUnavailable);
        admin.MapPatch("/settings", Change).RequireRateLimiting(RateLimits.Signals).Produces<SettingValues>()
            .WithSummary("Changes settings; what is left out stays.");
    }

    private static SettingValues Get(RunTimeSettings settings) => settings.Current;

    private static async Task<IResult> Change(ChangeSettings change, Caller caller, SettingsCommands commands) =>
        Answers.Ok(await commands.ChangeAsync(caller, change));
}
