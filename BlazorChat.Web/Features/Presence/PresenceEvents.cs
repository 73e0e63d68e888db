using System.Text.Json;
using BlazorChat.Core.Live;
using BlazorChat.Core.Presence;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Redis;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Presence;

/// <summary>
/// Publishes typing and presence to the streams of this node. Neither is stored or replayed. Typing is told to the other
/// nodes, which publish it to theirs; each node ends by itself what is not repeated.
/// </summary>
public sealed class PresenceEvents
{
    private const string Topic = "typing";

    private readonly Broadcaster broadcaster;
    private readonly TypingBoard typing;
    private readonly PresenceBoard presence;
    private readonly IDbContextFactory<ChatDb> databases;
    private readonly IBus bus;

    public PresenceEvents(
        Broadcaster broadcaster, TypingBoard typing, PresenceBoard presence, IDbContextFactory<ChatDb> databases, IBus bus)
    {
        (this.broadcaster, this.typing, this.presence, this.databases, this.bus) = (broadcaster, typing, presence, databases, bus);
        bus.Subscribe(Topic, HearTyping);
    }

    public void StartTyping(Typist typist)
    {
        StartTypingHere(typist);
        TellNodes(typist, isTyping: true);
    }

    public void StopTyping(Typist typist)
    {
        if (StopTypingHere(typist))
            TellNodes(typist, isTyping: false);
    }

    /// <summary>Ends someone's typing in a room and its threads, at this node only.</summary>
    public void StopTypingHere(string roomId, string userId)
    {
        foreach (var typist in typing.StopAll(roomId, userId))
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
        await TellAsync(presence.Sweep(), ct);
    }

    /// <summary>Publishes the present status of people.</summary>
    public async Task TellAsync(IReadOnlyList<string> userIds, CancellationToken ct)
    {
        foreach (var userId in userIds)
            await TellPresenceAsync(userId, ct);
    }

    private bool StopTypingHere(Typist typist)
    {
        var was = typing.Stop(typist);
        if (was)
            Tell(typist, isTyping: false);
        return was;
    }

    private void StartTypingHere(Typist typist)
    {
        typing.Start(typist);
        Tell(typist, isTyping: true);
    }

    private void TellNodes(Typist typist, bool isTyping) =>
        bus.Publish(Topic, () => JsonSerializer.SerializeToUtf8Bytes(EventOf(typist, isTyping)));

    private void HearTyping(ReadOnlyMemory<byte> message)
    {
        if (JsonSerializer.Deserialize<TypingEvent>(message.Span) is not { } heard)
            return;
        var typist = new Typist(heard.RoomId, heard.UserId, heard.Username, heard.DisplayName, heard.ThreadId);
        if (heard.IsTyping)
            StartTypingHere(typist);
        else
            StopTypingHere(typist);
    }

    private void Tell(Typist typist, bool isTyping) => broadcaster.Publish(Encode(
        "typing", typist.RoomId, EventOf(typist, isTyping)));

    private static TypingEvent EventOf(Typist typist, bool isTyping) =>
        new(typist.RoomId, typist.UserId, typist.Username, typist.DisplayName, isTyping, typist.ThreadId);

    private async Task TellPresenceAsync(string userId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var rooms = await RoomGate.RoomsOfAsync(db, userId, ct);
        broadcaster.PublishToAny(rooms, Encode("presence", "", new PresenceEvent(userId, presence.StatusOf(userId))));
    }

    private static ChatEvent Encode<T>(string name, string roomId, T data) =>
        new(new Audience(roomId), null, null, name, JsonSerializer.SerializeToUtf8Bytes(data, ChatJson.Options));
}

/// <summary>Someone started or stopped typing in a room, or in one of its threads.</summary>
public sealed record TypingEvent(string RoomId, string UserId, string Username, string? DisplayName, bool IsTyping, string? ThreadId = null);

/// <summary>Someone is online, away or offline.</summary>
public sealed record PresenceEvent(string UserId, PresenceStatus Status);
