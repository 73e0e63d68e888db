using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Blocks;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Direct;

/// <summary>Starting a direct room.</summary>
internal static class DirectEndpoints
{
    public static void MapDirect(this IEndpointRouteBuilder chat)
    {
        var direct = chat.MapGroup("").WithTags("Direct");
        direct.MapPost("/direct", Start).RequireRateLimiting(RateLimits.Posting)
            .Produces<MyRoomView>(StatusCodes.Status201Created).Produces<MyRoomView>()
            .WithSummary("My direct room with someone: found (200) or made (201).").Refuses(403, "blocked", "gone").Refuses(404);
    }

    private static async Task<IResult> Start(StartDirect request, Caller caller, DirectCommands rooms, HttpRequest http)
    {
        var started = await rooms.StartAsync(caller, request.UserId);
        return started.Refusal is { } why ? Problems.For(why)
            : started.Value.IsNew ? TypedResults.Created(http.PathBase + "/chat/room/" + started.Value.Room.Id, started.Value.Room)
            : TypedResults.Ok(started.Value.Room);
    }
}

internal sealed record StartDirect([Needed] string? UserId);
