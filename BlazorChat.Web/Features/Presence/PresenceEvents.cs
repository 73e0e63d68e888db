using System.Text.Json;
using BlazorChat.Core.Live;
using BlazorChat.Core.Presence;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Presence;

/// <summary>Publishes typing and presence. Neither is stored or replayed.</summary>
public sealed class PresenceEvents(
    Broadcaster broadcaster, TypingBoard typing, PresenceBoard presence, IDbContextFactory<ChatDb> databases)
{
    public void StartTyping(Typist typist)
    {
        typing.Start(typist);
        Tell(typist, isTyping: true);
    }

    public void StopTyping(Typist typist)
    {
        if (typing.Stop(typist.RoomId, typist.UserId))
            Tell(typist, isTyping: false);
    }

    public async Task SayAsync(string userId, string sessionId, bool isAway, CancellationToken ct)
    {
        if (presence.Say(userId, sessionId, isAway))
            await TellPresenceAsync(userId, ct);
    }

    /// <summary>Counts someone as online until the visit is disposed, and for a few seconds more.</summary>
    public async Task<IDisposable> ArriveAsync(string userId, string sessionId, CancellationToken ct)
    {
        var (visit, changed) = presence.Arrive(userId, sessionId);
        if (changed)
            await TellPresenceAsync(userId, ct);
        return visit;
    }

    /// <summary>Ends typing and presence that ran out.</summary>
    public async Task SweepAsync(CancellationToken ct)
    {
        foreach (var typist in typing.Sweep())
            Tell(typist, isTyping: false);
        foreach (var userId in presence.Sweep())
            await TellPresenceAsync(userId, ct);
    }

    private void Tell(Typist typist, bool isTyping) => broadcaster.Publish(Encode(
        "typing", typist.RoomId, new TypingEvent(typist.RoomId, typist.UserId, typist.Username, typist.DisplayName, isTyping)));

    private async Task TellPresenceAsync(string userId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rooms = await RoomGate.RoomsOfAsync(db, userId, ct);
        broadcaster.PublishToAny(rooms, Encode("presence", "", new PresenceEvent(userId, presence.StatusOf(userId))));
    }

    private static ChatEvent Encode<T>(string name, string roomId, T data) =>
        new(new Audience(roomId), null, null, name, JsonSerializer.SerializeToUtf8Bytes(data, ChatJson.Options));
}

/// <summary>Someone started or stopped typing in a room.</summary>
public sealed record TypingEvent(string RoomId, string UserId, string Username, string? DisplayName, bool IsTyping);

/// <summary>Someone is online, away or offline.</summary>
public sealed record PresenceEvent(string UserId, PresenceStatus Status);
