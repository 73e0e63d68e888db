using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Blocks;

/// <summary>Blocking and unblocking people.</summary>
internal static class BlockEndpoints
{
    public static void AddBlocks(this IServiceCollection services)
    {
        services.AddSingleton<BlockCommands>();
        services.AddEvents<BlockEvents>();
    }

    public static void MapBlocks(this IEndpointRouteBuilder chat)
    {
        var blocks = chat.MapGroup("/blocks").WithTags("Direct");
        blocks.MapGet("", List).Produces<BlocksPage>()
            .WithSummary("Whom I have blocked.");
        var block = blocks.MapGroup("/{userId}").RequireRateLimiting(RateLimits.Signals);
        block.MapPut("", Block).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Blocks someone.").Refuses(400);
        block.MapDelete("", Unblock).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Lifts a block.").Refuses(400).NeverRefuses(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> List(Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return TypedResults.Ok(new BlocksPage(await BlockQueries.OfAsync(db, caller.UserId, ct)));
    }

    private static async Task<IResult> Block(string userId, Caller caller, BlockCommands blocks) =>
        Answers.NoContent(await blocks.SetAsync(caller, userId, stands: true));

    private static async Task<IResult> Unblock(string userId, Caller caller, BlockCommands blocks) =>
        Answers.NoContent(await blocks.SetAsync(caller, userId, stands: false));
}

/// <param name="Users">The people whom the caller has blocked, by name.</param>
internal sealed record BlocksPage(IReadOnlyList<PersonView> Users);
