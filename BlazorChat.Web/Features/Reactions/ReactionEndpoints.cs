using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace BlazorChat.Web.Features.Reactions;

/// <summary>Adding and removing reactions.</summary>
internal static class ReactionEndpoints
{
    public static void MapReactions(this IEndpointRouteBuilder chat)
    {
        var reactions = chat.MapGroup("/reactions").RequireRateLimiting(RateLimits.Posting).WithTags("Reactions");
        reactions.MapPost("/", Add).Produces<ReactionsPage>()
            .WithSummary("Adds my reaction to a message. Twice changes nothing.").Refuses(403, "silenced", "blocked", "gone").Refuses(404).Refuses(409, "message_deleted", "too_many_reactions", "too_many_own_reactions");
        reactions.MapDelete("/", Remove).Produces<ReactionsPage>()
            .WithSummary("Takes my reaction back.").Refuses(403, "silenced", "blocked", "gone").Refuses(404).Refuses(409, "message_deleted");
    }

    private static Task<IResult> Add(React request, Caller caller, ReactionCommands reactions, CancellationToken ct) =>
        AnswerAsync(reactions.SetAsync(caller, request, stands: true, ct));

    private static Task<IResult> Remove(
        [FromBody] React request, Caller caller, ReactionCommands reactions, CancellationToken ct) =>
        AnswerAsync(reactions.SetAsync(caller, request, stands: false, ct));

    private static async Task<IResult> AnswerAsync(Task<Core.Result<IReadOnlyList<ReactionView>>> change)
    {
        var changed = await change;
        return changed.Refusal is { } why ? Problems.For(why) : TypedResults.Ok(new ReactionsPage(changed.Value));
    }
}

internal sealed record ReactionsPage(IReadOnlyList<ReactionView> Reactions);
