using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Presence;

/// <summary>Reporting that one is typing, online or away.</summary>
internal static class PresenceEndpoints
{
    public static void MapPresence(this IEndpointRouteBuilder chat)
    {
        var signals = chat.MapGroup("").RequireRateLimiting(RateLimits.Signals).WithTags("Presence");
        signals.MapPost("/typing", Typing).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Says that I am typing, or no longer. It is shown for five seconds.").Refuses(403, "silenced", "blocked", "gone").Refuses(404);
        signals.MapPost("/presence", Say).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Says that I am here, or away.").NeverRefuses(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> Typing(
        TypingRequest request, Caller caller, PresenceEvents presence, IDbContextFactory<ChatDb> databases, TimeProvider clock,
        CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RoomGate.LookAsync(db, caller, request.RoomId, ct) is not { } access)
            return Problems.For(Refusal.NotFound);
        if (access.RefusePosting(clock.GetUtcNow().ToUnixTimeMilliseconds()) is { } mayNot)
            return Problems.For(mayNot);
        if (request.IsTyping is not { } isTyping)
            return Problems.For(Refusal.Invalid("is_typing", "Say true or false."));
        if (request.ThreadId is not null && !await IsInRoomAsync(db, request.ThreadId, access.Room.Id, ct))
            return Problems.For(Refusal.Invalid("thread_id", "There is no such message in this room."));
        var typist = new Typist(access.Room.Id, caller.UserId, caller.Username, caller.DisplayName, request.ThreadId);
        if (isTyping)
            presence.StartTyping(typist);
        else
            presence.StopTyping(typist);
        return TypedResults.NoContent();
    }

    private static async Task<bool> IsInRoomAsync(ChatDb db, string messageId, string roomId, CancellationToken ct) =>
        Message.ParseId(messageId) is { } id && await db.Messages.AnyAsync(m => m.Id == id && m.RoomId == roomId, ct);

    private static async Task<IResult> Say(
        PresenceRequest request, Caller caller, PresenceEvents presence, CancellationToken ct)
    {
        if (request.Status is not ("online" or "away"))
            return Problems.For(Refusal.Invalid("status", "Say online or away. Offline follows from having no stream."));
        await presence.SayAsync(caller.UserId, caller.SessionId, request.Status == "away", ct);
        return TypedResults.NoContent();
    }
}

/// <param name="RoomId">The room.</param>
/// <param name="IsTyping">Whether I am typing now.</param>
/// <param name="ThreadId">The message on whose thread I am typing a reply; absent: in the room.</param>
internal sealed record TypingRequest([Needed] string? RoomId, [Needed] bool? IsTyping, string? ThreadId = null);

internal sealed record PresenceRequest([Needed] string? Status);
