using BlazorChat.Core.Live;

namespace BlazorChat.Tests.Core.Live;

/// <summary>Readers and events to test with.</summary>
internal static class Some
{
    public static Subscriber Reader(string userId, string? room = null, string session = "session", params string[] watched) =>
        new(userId, session, room, watched, WantsHtml: false, long.MaxValue);

    /// <summary>A durable event that takes about <paramref name="bytes"/> bytes.</summary>
    public static ChatEvent Event(long position, string room = "general", string? only = null, string? except = null, int bytes = 2) =>
        new(new Audience(room, only, except), position, $"e-{position}", null, new byte[bytes]);

    public static ChatEvent Typing(string room = "general") => new(new Audience(room), null, null, "typing", [1]);

    /// <summary>A reader of these rooms who has gone live.</summary>
    public static Subscription Listen(this Broadcaster broadcaster, Subscriber reader, params string[] rooms)
    {
        var subscription = broadcaster.Register(reader, queueBytes: 10_000, streamsPerUser: 10)!;
        Assert.True(broadcaster.TrySetRooms(subscription, rooms, broadcaster.MembershipChanges(subscription)));
        Assert.True(subscription.TryGoLive(0));
        return subscription;
    }

    public static long?[] Positions(this Subscription subscription)
    {
        List<ChatEvent> events = [];
        subscription.Drain(ref events);
        return [.. events.Select(e => e.Position)];
    }
}
