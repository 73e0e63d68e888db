using BlazorChat.Core.Live;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Presence;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Live;

/// <summary>Registers readers of streams and polls. A reader is registered before it reads the log, so that it misses no event.</summary>
internal sealed class Reception(
    Broadcaster broadcaster, PresenceEvents presence, PresenceBoard board, KnownSessions sessions, IDbContextFactory<ChatDb> databases,
    RunTimeSettings settings, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    // How much may wait for a reader before it is cut off.
    private const int QueueBytes = 256 * 1024;

    // Where messages may be long, more than one of them may wait, even of the worst: text and HTML of a character take some forty bytes at most.
    private const int QueueBytesOfCharacter = 64;

    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(5);

    public static IResult TooManyStreams => Problems.TooMany("You have too many streams open. Close one.", BeforeRetry);

    /// <returns>A reader who follows their rooms; null if they already have as many streams as they may.</returns>
    public async Task<LiveReader?> ReceiveAsync(Caller caller, string? roomId, IReadOnlyList<string> watched, bool wantsHtml)
    {
        var subscriber = new Subscriber(caller.UserId, caller.SessionId, roomId, watched, wantsHtml, caller.ExpiresAt)
        {
            OpenedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        };
        var subscription = broadcaster.Register(subscriber, Math.Max(QueueBytes, QueueBytesOfCharacter * settings.Current.MessageLength), StreamsHere(caller));
        if (subscription is null)
            return null;
        var reader = new LiveReader(subscription, broadcaster);
        try
        {
            // Before the reader follows any room, so that they do not get their own presence event.
            reader.Visit = await presence.ArriveAsync(caller.UserId, caller.SessionId, CancellationToken.None);
            await FollowRoomsAsync(subscription, caller);
            // A reader who signed out before being registered was not ended by the sign-out.
            if (await sessions.FindAsync(caller.SessionId, null, CancellationToken.None) is null)
                subscription.End(StreamEnd.SignedOut);
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            subscription.End(StreamEnd.ShuttingDown);
        return reader;
    }

    // How many streams they may have at this node: those at other nodes count, too.
    private int StreamsHere(Caller caller) => settings.Current.StreamsPerUser - board.StreamsElsewhere(caller.UserId);

    private async Task FollowRoomsAsync(Subscription subscription, Caller caller)
    {
        int changesSeen;
        long asOf;
        IReadOnlyList<string> rooms;
        do
        {
            changesSeen = broadcaster.MembershipChanges(subscription);
            (asOf, rooms) = await RoomsForAsync(subscription.Subscriber, caller);
        }
        while (!broadcaster.TrySetRooms(subscription, rooms, changesSeen, asOf));
        if (subscription.Subscriber.RoomId is not null && rooms.Count == 0)
            subscription.End(StreamEnd.RoomClosed);
    }

    // A room's stream asks again, too: the reader may have been removed since the first check.
    private async Task<(long AsOf, IReadOnlyList<string> Rooms)> RoomsForAsync(Subscriber subscriber, Caller caller)
    {
        await using var db = await databases.CreateDbContextAsync();
        var head = (await db.HeadAsync(CancellationToken.None)).Position;
        if (subscriber.RoomId is not { } roomId)
            return (head, [.. await RoomGate.RoomsOfAsync(db, subscriber.UserId, CancellationToken.None), .. subscriber.Watched]);
        return (head, await RoomGate.LookAsync(db, caller, roomId, CancellationToken.None) is null ? [] : [roomId]);
    }
}

/// <summary>A reader: someone who is told events, by a stream or a poll, until this is disposed.</summary>
internal sealed class LiveReader(Subscription subscription, Broadcaster broadcaster) : IAsyncDisposable
{
    public Subscription Subscription => subscription;

    /// <summary>The rooms followed now.</summary>
    public string[] Rooms => broadcaster.RoomsOf(subscription);

    /// <summary>Their presence: they are shown as online until this is disposed.</summary>
    internal IDisposable? Visit { get; set; }

    public ValueTask DisposeAsync()
    {
        broadcaster.Unregister(subscription);
        Visit?.Dispose();
        return ValueTask.CompletedTask;
    }
}
