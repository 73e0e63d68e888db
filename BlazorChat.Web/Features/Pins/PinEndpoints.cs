using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Pins;

/// <summary>Listing a room's pinned messages; pinning and unpinning.</summary>
internal static class PinEndpoints
{
    public static void MapPins(this IEndpointRouteBuilder chat)
    {
        var pins = chat.MapGroup("").WithTags("Pins");
        pins.MapGet("/room/{roomId}/pins", List).Produces<PinsPage>()
            .WithSummary("A room's pinned messages, newest pin first.");
        var pin = pins.MapGroup("/messages/{id}/pin").RequireRateLimiting(RateLimits.Posting);
        pin.MapPut("", Pin).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Pins a message.").Refuses(403, "silenced", "blocked", "gone").Refuses(409, "message_deleted", "too_many_pins");
        pin.MapDelete("", Unpin).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Unpins a message.").Refuses(403, "silenced", "blocked", "gone");
    }

    private static async Task<IResult> List(string roomId, Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await RoomGate.LookAsync(db, caller, roomId, ct) is null
            ? Problems.For(Refusal.NotFound)
            : TypedResults.Ok(new PinsPage(await PinQueries.OfAsync(db, roomId, ct)));
    }

    private static async Task<IResult> Pin(string id, Caller caller, PinCommands pins) =>
        Answers.NoContent(await pins.SetAsync(caller, id, pinned: true));

    private static async Task<IResult> Unpin(string id, Caller caller, PinCommands pins) =>
        Answers.NoContent(await pins.SetAsync(caller, id, pinned: false));
}

/// <param name="Messages">The newest pin first, at most 100.</param>
public sealed record PinsPage(IReadOnlyList<MessageView> Messages);
