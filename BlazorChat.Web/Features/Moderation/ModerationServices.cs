using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Moderation;

internal static class ModerationServices
{
    public static void AddModeration(this IServiceCollection services)
    {
        services.AddSingleton<MuteCommands>();
        services.AddSingleton<ReportCommands>();
        services.AddEvents<MuteEvents>();
        services.AddEvents<ReportEvents>();
        services.AddSingleton<IOnMessageDeleted, ReportsOfDeleted>();
        services.AddSingleton(ReportsAct.Of());
    }
}
