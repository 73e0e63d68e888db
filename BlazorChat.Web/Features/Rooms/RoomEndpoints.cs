using BlazorChat.Core;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Rooms and their members.</summary>
internal static class RoomEndpoints
{
    public static void MapRooms(this IEndpointRouteBuilder chat)
    {
        var rooms = chat.MapGroup("").WithTags("Rooms");
        rooms.MapGet("/rooms", List).Produces<RoomsPage>()
            .WithSummary("My rooms, and public ones that I may join.");
        rooms.MapGet("/rooms/directory", DirectoryQueries.Get).Produces<DirectoryPage>()
            .WithSummary("Public rooms by a part of their name or topic.");
        rooms.MapPost("/rooms", Create).RequireRateLimiting(RateLimits.Posting)
            .Produces<MyRoomView>(StatusCodes.Status201Created)
            .WithSummary("Makes a room and me its owner.").Refuses(409, "room_taken");

        var room = rooms.MapGroup("/room/{roomId}");
        room.MapGet("", Get).Produces<MyRoomView>()
            .WithSummary("One room.");
        room.MapPatch("", Change).RequireRateLimiting(RateLimits.Posting).Produces<MyRoomView>()
            .WithSummary("Changes a room; what is left out stays.").Refuses(409, "default_room");
        room.MapDelete("", Delete).RequireRateLimiting(RateLimits.Posting).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Deletes a room with all that was said in it.").Refuses(409, "default_room");
        room.MapGet("/members", Members).Produces<MembersPage>()
            .WithSummary("Who belongs to a room; by `limit` the first of them, those who are here before others; by `user_id` one alone.").Refuses(400);

        var acts = room.MapGroup("").RequireRateLimiting(RateLimits.Signals);
        acts.MapPost("/join", Join).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Joins a public room.");
        acts.MapPost("/leave", Leave).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Leaves a room.").Refuses(409, "last_owner");
        acts.MapPost("/read", Read).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Moves my read mark forward, to a message.");
        acts.MapPost("/unread", Unread).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Marks the room unread from a message on.");
        acts.MapPut("/preferences", Prefer).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Sets what I want to hear of a room; what is left out stays.");
        acts.MapPut("/members/{userId}", SetMember).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Adds a member, or changes what they may.").Refuses(409, "last_owner");
        acts.MapDelete("/members/{userId}", RemoveMember).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Removes a member.").Refuses(409, "last_owner");
    }

    private static async Task<IResult> List(Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return TypedResults.Ok(new RoomsPage(await RoomQueries.RoomsForAsync(db, caller, ct)));
    }

    private static async Task<IResult> Create(CreateRoom request, Caller caller, RoomCommands commands, HttpRequest http)
    {
        var created = await commands.CreateAsync(caller, request);
        return created.Refusal is { } why
            ? Problems.For(why)
            : TypedResults.Created(http.PathBase + "/chat/room/" + created.Value.Id, created.Value);
    }

    private static async Task<IResult> Get(
        string roomId, Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await RoomGate.LookAsync(db, caller, roomId, ct) is { } access
            ? TypedResults.Ok(await RoomQueries.ViewAsync(db, caller.UserId, access, ct))
            : Problems.For(Refusal.NotFound);
    }

    private static async Task<IResult> Change(string roomId, ChangeRoom request, Caller caller, RoomCommands commands) =>
        Answers.Ok(await commands.ChangeAsync(caller, roomId, request));

    private static async Task<IResult> Delete(string roomId, Caller caller, RoomCommands commands) =>
        Answers.NoContent(await commands.DeleteAsync(caller, roomId));

    private static async Task<IResult> Members(
        string roomId, [FromQuery(Name = "user_id")] string? userId, string? limit, Caller caller, PresenceBoard presence,
        IDbContextFactory<ChatDb> databases, IOptions<LimitOptions> limits, TimeProvider clock, CancellationToken ct)
    {
        var length = PageLength.Of(limit);
        if (length.Refusal is { } why)
            return Problems.For(why);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is not { } access)
            return Problems.For(Refusal.NotFound);
        var all = await MemberQueries.MembersOfAsync(db, presence, roomId, clock.GetUtcNow().ToUnixTimeMilliseconds(), ct);
        var wanted = userId is null ? all : [.. all.Where(member => member.UserId == userId)];
        return TypedResults.Ok(new MembersPage(
            limit is null ? wanted : [.. wanted.InOrder().Take(length.Value)],
            MemberCounts.Of(all), access.MayAddressAll(all.Count, limits.Value.RoomMentionPeople)));
    }

    private static async Task<IResult> Join(string roomId, Caller caller, MemberCommands members) =>
        Answers.NoContent(await members.JoinAsync(caller, roomId));

    private static async Task<IResult> Leave(string roomId, Caller caller, MemberCommands members) =>
        Answers.NoContent(await members.LeaveAsync(caller, roomId));

    private static async Task<IResult> Read(string roomId, ReadRequest request, Caller caller, MemberCommands members) =>
        Answers.NoContent(await members.ReadAsync(caller, roomId, request.MessageId));

    private static async Task<IResult> Unread(string roomId, ReadRequest request, Caller caller, MemberCommands members) =>
        Answers.NoContent(await members.UnreadAsync(caller, roomId, request.MessageId));

    private static async Task<IResult> Prefer(string roomId, Preferences request, Caller caller, PreferencesCommands preferences) =>
        Answers.NoContent(await preferences.SetAsync(caller, roomId, request));

    private static async Task<IResult> SetMember(
        string roomId, string userId, SetRole request, Caller caller, MemberCommands members) =>
        Answers.NoContent(await members.SetAsync(caller, roomId, userId, request.Role));

    private static async Task<IResult> RemoveMember(string roomId, string userId, Caller caller, MemberCommands members) =>
        Answers.NoContent(await members.RemoveAsync(caller, roomId, userId));
}

internal sealed record ReadRequest([Needed] string? MessageId);

/// <param name="Role"><c>owner</c>, <c>moderator</c> or <c>member</c>.</param>
internal sealed record SetRole([Needed] string? Role);

/// <summary>Someone's rooms, and those they may join.</summary>
public sealed record RoomsPage(IReadOnlyList<MyRoomView> Rooms);

/// <summary>The members of a room.</summary>
/// <param name="Members">Who they are.</param>
/// <param name="Counts">How many there are, whether they are in this answer or not.</param>
/// <param name="MayAddressAll">Whether I may address all of them at once, by `@room` or `@here`.</param>
public sealed record MembersPage(IReadOnlyList<MemberView> Members, MemberCounts Counts, bool MayAddressAll = false);
