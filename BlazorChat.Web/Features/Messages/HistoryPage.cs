using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary><c>GET /chat/room/{room_id}/history</c>: as JSON, or as the timeline's own HTML.</summary>
internal static class HistoryPage
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    private static readonly Refusal BadLimit = Refusal.Invalid("limit", $"The limit is a number from 1 to {MaxLimit}.");

    public static async Task<IResult> Get(
        string roomId, string? limit, string? before, string? after, string? around,
        Caller caller, IDbContextFactory<ChatDb> databases, HttpContext http, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is null)
            return Problems.For(Refusal.NotFound);
        if (LimitOf(limit) is not { } count)
            return Problems.For(BadLimit);
        var history = await HistoryReader.ReadAsync(db, roomId, new HistoryQuery(count, before, after, around), ct);
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

    private static int? LimitOf(string? limit) =>
        limit is null ? DefaultLimit
        : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MaxLimit ? count
        : null;

    private static bool WantsHtml(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
