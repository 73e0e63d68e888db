using System.Net.Mime;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Conversation.Rooms;

/// <summary><c>GET /chat/rooms/list</c>: the room list's own HTML, for the pages (<c>room-list.js</c>).</summary>
internal static class RoomListPage
{
    public static void Map(IEndpointRouteBuilder chat) =>
        chat.MapGet("/rooms/list", Get).Produces<string>(StatusCodes.Status200OK, MediaTypeNames.Text.Html).WithTags("Rooms")
            .WithSummary("The list of rooms as HTML, for the pages: my rooms, the one that is shown (room_id), and others found by a part of their name (find).");

    private static async Task<IResult> Get(
        string? room_id, string? find, Caller caller, IDbContextFactory<ChatDb> databases, PresenceBoard presence, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return new RazorComponentResult<RoomSections>(new
        {
            Rooms = await RoomListQueries.ReadAsync(db, presence, caller, ct),
            RoomId = room_id ?? "",
            Sought = find ?? "",
        });
    }
}
