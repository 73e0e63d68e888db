using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Drafts;

/// <summary>Keeping what one has begun to write, and listing it.</summary>
internal static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder chat)
    {
        var drafts = chat.MapGroup("").WithTags("Messages");
        drafts.MapGet("/drafts", List).Produces<DraftsPage>()
            .WithSummary("What I have begun to write and not sent, in rooms that I may read now; what I wrote last comes first.");
        drafts.MapPut("/room/{roomId}/draft", Save).TakesText(chat).RequireRateLimiting(RateLimits.Signals).Produces<DraftView>()
            .WithSummary("Keeps what I have begun to write, for my other devices alone. Without text, it is forgotten.").Refuses(400).Refuses(409, "message_deleted");
    }

    private static async Task<IResult> List(Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return TypedResults.Ok(new DraftsPage(await DraftQueries.OfAsync(db, caller.UserId, ct)));
    }

    private static async Task<IResult> Save(string roomId, SaveDraft request, Caller caller, DraftCommands drafts) =>
        Answers.Ok(await drafts.SaveAsync(caller, roomId, request));
}
