using BlazorChat.Core.Live;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Presence;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Live;

/// <summary>Lets readers in: registers them before they read anything, so that nothing passes unseen.</summary>
internal sealed class Reception(
    Broadcaster broadcaster, PresenceEvents presence, IDbContextFactory<ChatDb> databases, IOptions<ChatOptions> options,
    IHostApplicationLifetime lifetime)
{
    // What may wait for a reader before it is cut off.
    private const int QueueBytes = 256 * 1024;
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(5);

    public static IResult TooManyStreams => Problems.TooMany("You have too many streams open. Close one.", BeforeRetry);

    /// <returns>A reader who follows their rooms; null if they already have as many streams as they may.</returns>
    public async Task<Reader?> ReceiveAsync(Caller caller, string? roomId, IReadOnlyList<string> watched, bool wantsHtml)
    {
        var subscriber = new Subscriber(caller.UserId, caller.SessionId, roomId, watched, wantsHtml, caller.ExpiresAt);
        var subscription = broadcaster.Register(subscriber, QueueBytes, options.Value.Limits.StreamsPerUser);
        if (subscription is null)
            return null;
        var reader = new Reader(subscription, broadcaster);
        try
        {
            await FollowRoomsAsync(subscription);
            reader.Visit = await presence.ArriveAsync(caller.UserId, caller.SessionId, CancellationToken.None);
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

    private async Task FollowRoomsAsync(Subscription subscription)
    {
        var subscriber = subscription.Subscriber;
        await using var db = await databases.CreateDbContextAsync();
        int changesSeen;
        IEnumerable<string> rooms;
        do
        {
            changesSeen = broadcaster.MembershipChanges(subscription);
            rooms = subscriber.RoomId is { } roomId
                ? [roomId]
                : [.. await RoomGate.RoomsOfAsync(db, subscriber.UserId, CancellationToken.None), .. subscriber.Watched];
        }
        while (!broadcaster.TrySetRooms(subscription, rooms, changesSeen));
    }
}

/// <summary>Someone being told of events, by a stream or a poll, until disposed.</summary>
internal sealed class Reader(Subscription subscription, Broadcaster broadcaster) : IAsyncDisposable
{
    public Subscription Subscription => subscription;

    /// <summary>The rooms followed now.</summary>
    public string[] Rooms => broadcaster.RoomsOf(subscription);

    /// <summary>That they count as here.</summary>
    internal IDisposable? Visit { get; set; }

    public ValueTask DisposeAsync()
    {
        broadcaster.Unregister(subscription);
        Visit?.Dispose();
        return ValueTask.CompletedTask;
    }
}
