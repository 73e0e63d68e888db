using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Notices;

/// <summary>How someone wants to be told of messages: kept with the account, so that it follows them to every device.</summary>
internal static class NoticeEndpoints
{
    public static void AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<NoticeCommands>();
        services.AddEvents<NoticeEvents>();
        services.AddHarmlessKinds(NoticeEvents.Changed);
        services.AddSingleton<IOnAccountDeleted, NoticesOfDeleted>();
    }

    public static void MapNotices(this IEndpointRouteBuilder chat)
    {
        var notices = chat.MapGroup("/notices").WithTags("Accounts");
        notices.MapGet("", Get).Produces<NoticeView>()
            .WithSummary("How I want to be told of messages.");
        notices.MapPut("", Set).RequireRateLimiting(RateLimits.Signals).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Chooses how I want to be told of messages. My other devices hear of it by the event notices.");
    }

    private static async Task<IResult> Get(Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return TypedResults.Ok(NoticeView.Of(
            await db.Set<NoticeSettings>().AsNoTracking().SingleOrDefaultAsync(s => s.UserId == caller.UserId, ct)));
    }

    private static async Task<IResult> Set(NoticeChange wanted, Caller caller, NoticeCommands notices) =>
        Answers.NoContent(await notices.SetAsync(caller, wanted));
}
