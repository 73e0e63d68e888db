using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Live;

/// <summary>Streams and polls of events: of one room, or of all rooms of the caller.</summary>
internal static class StreamEndpoints
{
    private const int MaxWaitSeconds = 30;
    private const int DefaultWaitSeconds = 25;

    private static readonly Refusal NotYou = Refusal.Forbidden("user_id is not yours: leave it out, or give your own.");

    private static readonly Refusal BadWait = Refusal.Invalid("wait", $"Wait 0 to {MaxWaitSeconds} seconds.");

    public static void MapLive(this IEndpointRouteBuilder chat)
    {
        var live = chat.MapGroup("").WithTags("Live");
        live.MapGet("/events", StreamMine).Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .WithSummary("All that happens in my rooms and to me, as a stream.").Refuses(429);
        live.MapGet("/room/{roomId}/events", StreamRoom).Produces(StatusCodes.Status200OK, contentType: "text/event-stream")
            .WithSummary("All that happens in one room, as a stream.").Refuses(403).Refuses(429);
        live.MapGet("/poll", PollMine).Produces<PollPage>()
            .WithSummary("The same events as in the stream of all rooms, without one.").Refuses(400).Refuses(429);
        live.MapGet("/room/{roomId}/poll", PollRoom).Produces<PollPage>()
            .WithSummary("The same events as in the room's stream, without one.").Refuses(400).Refuses(403).Refuses(429);
    }

    private static async Task<IResult> StreamMine(
        [AsParameters] StreamRequest request, Caller caller, Reception reception, EventStream stream,
        IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await OpenAsync(null, await WatchableAsync(db, caller, request.Watch, ct), request, caller, reception, stream);
    }

    private static async Task<IResult> StreamRoom(
        string roomId, [AsParameters] StreamRequest request, Caller caller, Reception reception, EventStream stream,
        IDbContextFactory<ChatDb> databases, CancellationToken ct) =>
        await RefuseRoomAsync(roomId, request, caller, databases, ct) ??
        await OpenAsync(roomId, [], request, caller, reception, stream);

    private static async Task<IResult> PollMine(
        [AsParameters] StreamRequest request, string? wait, Caller caller, Reception reception, EventPoll poll,
        IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await AskAsync(
            null, await WatchableAsync(db, caller, request.Watch, ct), request, wait, caller, reception, poll, ct);
    }

    private static async Task<IResult> PollRoom(
        string roomId, [AsParameters] StreamRequest request, string? wait, Caller caller, Reception reception,
        EventPoll poll, IDbContextFactory<ChatDb> databases, CancellationToken ct) =>
        await RefuseRoomAsync(roomId, request, caller, databases, ct) ??
        await AskAsync(roomId, [], request, wait, caller, reception, poll, ct);

    private static async Task<IResult> OpenAsync(
        string? roomId, IReadOnlyList<string> watched, StreamRequest request, Caller caller, Reception reception,
        EventStream stream)
    {
        var reader = await reception.ReceiveAsync(caller, roomId, watched, request.WantsHtml);
        return reader is null ? Reception.TooManyStreams : stream.For(reader, request.CursorText);
    }

    private static async Task<IResult> AskAsync(
        string? roomId, IReadOnlyList<string> watched, StreamRequest request, string? wait, Caller caller,
        Reception reception, EventPoll poll, CancellationToken ct)
    {
        if (WaitOf(wait) is not { } seconds)
            return Problems.For(BadWait);
        await using var reader = await reception.ReceiveAsync(caller, roomId, watched, request.WantsHtml);
        return reader is null
            ? Reception.TooManyStreams
            : TypedResults.Ok(await poll.AskAsync(reader, request.CursorText, TimeSpan.FromSeconds(seconds), ct));
    }

    private static async Task<IResult?> RefuseRoomAsync(
        string roomId, StreamRequest request, Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RoomGate.LookAsync(db, caller, roomId, ct) is null)
            return Problems.For(Refusal.NotFound);
        return request.IsFor(caller) ? null : Problems.For(NotYou);
    }

    // A page may follow a public room without being a member. Any other room that it names is left out.
    private static async Task<IReadOnlyList<string>> WatchableAsync(
        ChatDb db, Caller caller, string? watch, CancellationToken ct)
    {
        List<string> watchable = [];
        foreach (var roomId in (watch ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Take(MaxWatched))
            if (await RoomGate.LookAsync(db, caller, roomId, ct) is { Rights.IsOpen: true })
                watchable.Add(roomId);
        return watchable;
    }

    private const int MaxWatched = 20;

    private static int? WaitOf(string? wait) =>
        wait is null ? DefaultWaitSeconds
        : int.TryParse(wait, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxWaitSeconds ? seconds
        : null;
}

/// <summary>What a reader asks for.</summary>
internal sealed record StreamRequest
{
    /// <summary>The cursor, as EventSource sends it. It takes precedence over the one in the query.</summary>
    [FromHeader(Name = "Last-Event-ID")]
    public string? LastEventId { get; init; }

    /// <summary>The cursor in the query.</summary>
    public string? Cursor { get; init; }

    /// <summary>Some simple clients send it: accepted if it is the caller's own id or username.</summary>
    [FromQuery(Name = "user_id")]
    public string? UserId { get; init; }

    /// <summary>Public rooms to follow without being a member, with commas between.</summary>
    public string? Watch { get; init; }

    /// <summary><c>1</c>: events carry the timeline's own rendering.</summary>
    public string? Html { get; init; }

    public string? CursorText => string.IsNullOrEmpty(LastEventId) ? Cursor : LastEventId;

    public bool WantsHtml => Html == "1";

    public bool IsFor(Caller caller) =>
        UserId is null || UserId == caller.UserId ||
        string.Equals(UserId, caller.Username, StringComparison.OrdinalIgnoreCase);
}
