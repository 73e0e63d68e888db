using System.Net.Mime;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Timeline;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Threads;

/// <summary>Reading, listing and following threads. Replies are posted as messages.</summary>
internal static class ThreadEndpoints
{
    public static void MapThreads(this IEndpointRouteBuilder chat)
    {
        var threads = chat.MapGroup("").WithTags("Threads");
        threads.MapGet("/room/{roomId}/threads/{id}", Read).Produces<ThreadPage>()
            .WithSummary("A thread: the message on which it hangs, and its replies, oldest first: the newest page, or the one beside a reply, or around the first one since a time (at, Unix milliseconds). As HTML for the pages.").WithMetadata(new AlsoAnswers(MediaTypeNames.Text.Html)).Refuses(400);
        threads.MapGet("/threads", List).Produces<ThreadsPage>()
            .WithSummary("The threads I follow, by their last reply.").Refuses(400);
        var thread = threads.MapGroup("/threads/{id}").RequireRateLimiting(RateLimits.Signals);
        thread.MapPut("/follow", Follow).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Follows a thread.").Refuses(403);
        thread.MapDelete("/follow", Unfollow).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Follows a thread no longer.").Refuses(403);
        thread.MapPost("/read", MarkRead).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Moves my read mark in a thread forward, never back.");
        thread.MapPost("/unread", MarkUnread).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Marks a thread unread from a reply on, and follows it.").Refuses(403);
    }

    private static async Task<IResult> Read(
        string roomId, string id, string? limit, string? before, string? after, string? around, string? at,
        Caller caller, IDbContextFactory<ChatDb> databases, HttpContext http, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is null || await Replies.ThreadPlace.FindRootAsync(db, roomId, id, ct) is null)
            return Problems.For(Refusal.NotFound);
        var length = PageLength.Of(limit);
        if (length.Refusal is { } bad)
            return Problems.For(bad);
        var page = await ThreadQueries.ReadAsync(db, caller.UserId, roomId, id, new HistoryQuery(length.Value, before, after, around, at), ct);
        http.Response.Headers.Vary = "Accept";
        if (page.Refusal is not null || !HistoryPage.WantsHtml(http.Request))
            return Answers.Ok(page);
        return new RazorComponentResult<ThreadMessages>(new
        {
            page.Value.Root,
            page.Value.Messages,
            page.Value.Cursor,
            page.Value.HasMore,
            page.Value.HasNewer,
        });
    }

    private static async Task<IResult> List(
        string? unread, string? before, string? limit, Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        if (unread is not (null or "true" or "false"))
            return Problems.For(Refusal.Invalid("unread", "Say true or false."));
        var length = PageLength.Of(limit);
        if (length.Refusal is { } bad)
            return Problems.For(bad);
        await using var db = await databases.CreateDbContextAsync(ct);
        return Answers.Ok(await FollowedThreads.ReadAsync(db, caller.UserId, unread == "true", before, length.Value, ct));
    }

    private static async Task<IResult> Follow(string id, Caller caller, ThreadCommands threads) =>
        Answers.NoContent(await threads.FollowAsync(caller, id, follows: true));

    private static async Task<IResult> Unfollow(string id, Caller caller, ThreadCommands threads) =>
        Answers.NoContent(await threads.FollowAsync(caller, id, follows: false));

    private static async Task<IResult> MarkRead(string id, ReadThread request, Caller caller, ThreadCommands threads) =>
        Answers.NoContent(await threads.ReadAsync(caller, id, request.MessageId));

    private static async Task<IResult> MarkUnread(string id, ReadThread request, Caller caller, ThreadCommands threads) =>
        Answers.NoContent(await threads.UnreadAsync(caller, id, request.MessageId));
}

/// <param name="MessageId">The last message of the thread that was read, or the first that is to be unread.</param>
internal sealed record ReadThread([Needed] string? MessageId);
