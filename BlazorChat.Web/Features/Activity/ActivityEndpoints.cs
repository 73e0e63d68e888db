using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Activity;

/// <summary>What concerns oneself, from all rooms.</summary>
internal static class ActivityEndpoints
{
    public static void MapActivity(this IEndpointRouteBuilder chat) =>
        chat.MapGet("/mentions", Mentions).Produces<MessagesPage>().WithTags("Messages")
            .WithSummary("The messages that address me, of the rooms that I may read now, newest first.").Refuses(400);

    private static async Task<IResult> Mentions(
        string? before, string? limit, Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        var length = PageLength.Of(limit);
        if (length.Refusal is { } bad)
            return Problems.For(bad);
        await using var db = await databases.CreateDbContextAsync(ct);
        return Answers.Ok(await MentionQueries.ReadAsync(db, caller.UserId, before, length.Value, ct));
    }
}
