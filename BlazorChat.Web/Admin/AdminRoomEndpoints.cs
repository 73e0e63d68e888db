using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Admin;

/// <summary>All rooms except direct ones, and what administrators can do with them.</summary>
internal static class AdminRoomEndpoints
{
    public static void MapAllRooms(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/rooms", List).Produces<AdminRoomsPage>()
            .WithSummary("All rooms but direct ones, which are counted.").Refuses(400);
        var room = admin.MapGroup("/rooms/{roomId}");
        room.MapGet("", Get).Produces<AdminRoomView>()
            .WithSummary("One room, with its numbers.");
        room.MapGet("/members", Members).Produces<MembersPage>()
            .WithSummary("Who belongs to it.");
        room.MapPatch("", Change).RequireRateLimiting(RateLimits.Signals).Produces<AdminRoomView>()
            .WithSummary("Archives a room, or opens it again.").Refuses(409, "default_room");

        var acts = room.MapGroup("").RequireRateLimiting(RateLimits.Signals);
        acts.MapDelete("", Delete).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Deletes a room.").Refuses(409, "default_room");
        acts.MapPost("/enter", Enter).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Enters a room. It is told there.");
        acts.MapPut("/owner", Transfer).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Gives a room another owner.");
    }

    private static async Task<IResult> List(
        [AsParameters] RoomsRequest request, [AsParameters] PageRequest page, AdminRoomQueries rooms, CancellationToken ct) =>
        Answers.Ok(await rooms.ListAsync(request, page, ct));

    private static async Task<IResult> Get(string roomId, AdminRoomQueries rooms, CancellationToken ct) =>
        await rooms.FindAsync(roomId, ct) is { } room ? TypedResults.Ok(room) : Problems.For(Refusal.NotFound);

    private static async Task<IResult> Members(string roomId, AdminRoomQueries rooms, CancellationToken ct) =>
        await rooms.MembersAsync(roomId, ct) is { } members
            ? TypedResults.Ok(new MembersPage(members, MemberCounts.Of(members)))
            : Problems.For(Refusal.NotFound);

    private static async Task<IResult> Change(
        string roomId, ChangeArchived change, Caller caller, AdminRoomCommands administration, AdminRoomQueries rooms, CancellationToken ct) =>
        (await administration.ArchiveAsync(caller, roomId, change.Archived)).Refusal is { } why
            ? Problems.For(why)
            : await Get(roomId, rooms, ct);

    private static async Task<IResult> Delete(string roomId, Caller caller, AdminRoomCommands administration) =>
        Answers.NoContent(await administration.DeleteAsync(caller, roomId));

    private static async Task<IResult> Enter(string roomId, Caller caller, AdminRoomCommands administration) =>
        Answers.NoContent(await administration.EnterAsync(caller, roomId));

    private static async Task<IResult> Transfer(
        string roomId, TransferRequest request, Caller caller, AdminRoomCommands administration) =>
        Answers.NoContent(await administration.TransferAsync(caller, roomId, request.UserId));
}

internal sealed record ChangeArchived(bool? Archived);

/// <param name="UserId">The new owner.</param>
internal sealed record TransferRequest([Needed] string? UserId);
