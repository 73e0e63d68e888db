using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Direct;

/// <summary>Talking to one person, or not at all.</summary>
internal static class DirectEndpoints
{
    public static void MapDirect(this IEndpointRouteBuilder chat)
    {
        var direct = chat.MapGroup("").WithTags("Direct");
        direct.MapPost("/direct", Start).RequireRateLimiting(RateLimits.Posting)
            .Produces<MyRoomView>(StatusCodes.Status201Created).Produces<MyRoomView>();
        direct.MapGet("/blocks", List).Produces<BlocksPage>();

        var blocks = direct.MapGroup("/blocks/{userId}").RequireRateLimiting(RateLimits.Signals);
        blocks.MapPut("", Block).Produces(StatusCodes.Status204NoContent);
        blocks.MapDelete("", Unblock).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Start(StartDirect request, Caller caller, DirectRooms rooms, HttpRequest http)
    {
        var started = await rooms.StartAsync(caller, request.UserId);
        return started.Refusal is { } why ? Problems.For(why)
            : started.Value.IsNew ? TypedResults.Created(http.PathBase + "/chat/room/" + started.Value.Room.Id, started.Value.Room)
            : TypedResults.Ok(started.Value.Room);
    }

    private static async Task<IResult> List(Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return TypedResults.Ok(new BlocksPage(await Blocks.OfAsync(db, caller.UserId, ct)));
    }

    private static async Task<IResult> Block(string userId, Caller caller, Blocks blocks) =>
        Answers.NoContent(await blocks.SetAsync(caller, userId, stands: true));

    private static async Task<IResult> Unblock(string userId, Caller caller, Blocks blocks) =>
        Answers.NoContent(await blocks.SetAsync(caller, userId, stands: false));
}

internal sealed record StartDirect([Needed] string? UserId);

internal sealed record BlocksPage(IReadOnlyList<PersonView> Users);
