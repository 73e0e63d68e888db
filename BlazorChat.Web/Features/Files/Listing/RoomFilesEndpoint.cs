using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Listing;

/// <summary><c>GET /chat/room/{room_id}/files</c>: a room's files, filtered by kind and name.</summary>
internal static class RoomFilesEndpoint
{
    public static void MapRoomFiles(this IEndpointRouteBuilder chat) =>
        chat.MapGet("/room/{roomId}/files", Get).Produces<RoomFilesPart>().WithTags("Files")
            .WithSummary("A room's files, newest first.").Refuses(400);

    private static async Task<IResult> Get(
        string roomId, string? kind, string? q, string? before, string? limit,
        Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is null)
            return Problems.For(Refusal.NotFound);
        var length = PageLength.Of(limit);
        if (length.Refusal is { } tooMany)
            return Problems.For(tooMany);
        var query = RoomFilesQuery.Of(length.Value, kind, q, before);
        return query.Refusal is { } bad
            ? Problems.For(bad)
            : Answers.Ok(await FileQueries.ReadAsync(db, roomId, query.Value, ct));
    }
}
