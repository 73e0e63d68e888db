using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Messages;

namespace BlazorChat.Web.Features.Activity;

/// <summary>Activity: what others did that concerns oneself.</summary>
internal static class ActivityServices
{
    public static void AddActivity(this IServiceCollection services)
    {
        services.AddSingleton<IOnMessageDeleted, AnswersOfDeleted>();
        services.AddSingleton<IOnAccountDeleted, AnswersOfDeleted>();
    }
}
