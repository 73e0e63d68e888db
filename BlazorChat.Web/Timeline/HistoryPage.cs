using System.Net.Mime;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Timeline;

/// <summary><c>GET /chat/room/{room_id}/history</c>: as JSON, or as the timeline's own HTML.</summary>
internal static class HistoryPage
{
    public static void Map(IEndpointRouteBuilder chat) =>
        chat.MapGet("/room/{roomId}/history", Get).Produces<History>().WithTags("Messages")
            .WithSummary("A room's messages, oldest first: the newest page, or the one beside a message, or around the first one since a time (at, Unix milliseconds). As HTML for the pages.").WithMetadata(new AlsoAnswers(MediaTypeNames.Text.Html)).Refuses(400);

    private static async Task<IResult> Get(
        string roomId, string? limit, string? before, string? after, string? around, string? at,
        Caller caller, IDbContextFactory<ChatDb> databases, HttpContext http, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is null)
            return Problems.For(Refusal.NotFound);
        var length = PageLength.Of(limit);
        if (length.Refusal is { } bad)
            return Problems.For(bad);
        var history = await HistoryQueries.ReadAsync(db, roomId, new HistoryQuery(length.Value, before, after, around, at), ct);
        if (history.Refusal is { } why)
            return Problems.For(why);
        http.Response.Headers.Vary = "Accept";
        return WantsHtml(http.Request)
            ? new RazorComponentResult<MessageList>(new
            {
                RoomId = roomId,
                history.Value.Messages,
                history.Value.Cursor,
                history.Value.HasMore,
                history.Value.HasNewer,
            })
            : TypedResults.Ok(history.Value);
    }

    public static bool WantsHtml(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
