using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Saved;

/// <summary>Saving messages for oneself, and listing them.</summary>
internal static class SavedEndpoints
{
    public static void MapSaved(this IEndpointRouteBuilder chat)
    {
        var saved = chat.MapGroup("").WithTags("Messages");
        saved.MapGet("/saved", List).Produces<MessagesPage>()
            .WithSummary("The messages I saved, of the rooms that I may read now; what I saved last comes first.").Refuses(400);
        var one = saved.MapGroup("/messages/{id}/save").RequireRateLimiting(RateLimits.Signals);
        one.MapPut("", Save).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Saves a message for me. Nobody else is told.").Refuses(403).Refuses(409, "message_deleted");
        one.MapDelete("", Forget).Produces(StatusCodes.Status204NoContent)
            .WithSummary("No longer saves a message.").Refuses(403);
    }

    private static async Task<IResult> List(
        string? before, string? limit, Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        var length = PageLength.Of(limit);
        if (length.Refusal is { } bad)
            return Problems.For(bad);
        await using var db = await databases.CreateDbContextAsync(ct);
        return Answers.Ok(await SavedQueries.ReadAsync(db, caller.UserId, before, length.Value, ct));
    }

    private static async Task<IResult> Save(string id, Caller caller, SavedCommands saved) =>
        Answers.NoContent(await saved.SetAsync(caller, id, saved: true));

    private static async Task<IResult> Forget(string id, Caller caller, SavedCommands saved) =>
        Answers.NoContent(await saved.SetAsync(caller, id, saved: false));
}
