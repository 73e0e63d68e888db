namespace BlazorChat.Core.Live;

/// <summary>
/// Knows which open streams follow which room, and queues each event to them. Durable events come from one caller, in
/// position order; typing and presence from anywhere.
/// </summary>
public sealed class Broadcaster
{
    private readonly Lock gate = new();
    private readonly Wakeups wakeups = new();
    private readonly Dictionary<string, Subscription[]> byRoom = [];
    private readonly Dictionary<string, Subscription[]> byUser = [];
    private readonly Dictionary<Subscription, Place> places = [];
    private int htmlReaders;
    private long cut;
    private long registered;
    private long deliveries;

    public int StreamCount
    {
        get { lock (gate) return places.Count; }
    }

    /// <summary>How many readers have been cut off for being too slow.</summary>
    public long CutCount
    {
        get { lock (gate) return cut; }
    }

    /// <summary>How many events have been queued to streams: each counts once for each of its readers.</summary>
    public long DeliveryCount => Interlocked.Read(ref deliveries);

    /// <summary>
    /// Whether any reader asks for the timeline's rendering. A reader that registers later gets what was encoded before
    /// that from the log.
    /// </summary>
    public bool IsHtmlWanted
    {
        get { lock (gate) return htmlReaders > 0; }
    }

    /// <summary>Adds a reader, who follows no rooms yet. Null if they already have as many streams as they may.</summary>
    public Subscription? Register(Subscriber subscriber, int queueBytes, int streamsPerUser)
    {
        var subscription = new Subscription(subscriber, queueBytes, wakeups) { Id = Interlocked.Increment(ref registered) };
        lock (gate)
        {
            if (byUser.GetValueOrDefault(subscriber.UserId, []).Length >= streamsPerUser)
                return null;
            places.Add(subscription, new Place());
            htmlReaders += subscriber.WantsHtml ? 1 : 0;
            Add(byUser, subscriber.UserId, subscription);
        }
        return subscription;
    }

    public void Unregister(Subscription subscription)
    {
        lock (gate)
        {
            if (!places.Remove(subscription, out var place))
                return;
            cut += subscription.Ended == StreamEnd.TooSlow ? 1 : 0;
            htmlReaders -= subscription.Subscriber.WantsHtml ? 1 : 0;
            Remove(byUser, subscription.Subscriber.UserId, subscription);
            foreach (var room in place.Rooms)
                Remove(byRoom, room, subscription);
        }
    }

    /// <summary>Counts the changes of membership that a reader saw pass; hand it back to <see cref="TrySetRooms"/>.</summary>
    public int MembershipChanges(Subscription subscription)
    {
        lock (gate)
            return places[subscription].MembershipChanges;
    }

    /// <summary>Sets the rooms that were read from the database. False if one changed meanwhile: read them again.</summary>
    /// <param name="subscription">The reader.</param>
    /// <param name="rooms">What it follows from now on.</param>
    /// <param name="changesSeen">What <see cref="MembershipChanges"/> said before they were read.</param>
    /// <param name="asOf">The log's position before they were read: changes up to there are in them already.</param>
    public bool TrySetRooms(Subscription subscription, IEnumerable<string> rooms, int changesSeen, long asOf = 0)
    {
        lock (gate)
        {
            var place = places[subscription];
            if (place.MembershipChanges != changesSeen)
                return false;
            place.AsOf = asOf;
            foreach (var room in rooms)
                Follow(subscription, place, room);
            return true;
        }
    }

    public string[] RoomsOf(Subscription subscription)
    {
        lock (gate)
            return [.. places[subscription].Rooms];
    }

    /// <summary>Follows a change of membership, before the event that tells of it is published.</summary>
    /// <param name="userId">Whose membership changed.</param>
    /// <param name="roomId">In which room.</param>
    /// <param name="isMember">Whether they are a member now.</param>
    /// <param name="maySee">Whether they may read the room now, member or not.</param>
    /// <param name="position">The change's position in the log. Readers who read their rooms after it know it already.</param>
    public void ChangeMembership(string userId, string roomId, bool isMember, bool maySee, long position = long.MaxValue)
    {
        lock (gate)
        {
            foreach (var subscription in byUser.GetValueOrDefault(userId, []))
            {
                var (subscriber, place) = (subscription.Subscriber, places[subscription]);
                if (position <= place.AsOf)
                    continue;
                place.MembershipChanges++;
                if (isMember && subscriber.RoomId is null)
                    Follow(subscription, place, roomId);
                if (!maySee || (!isMember && subscriber.RoomId is null && !subscriber.Watched.Contains(roomId)))
                    Unfollow(subscription, place, roomId);
            }
        }
    }

    public void Publish(ChatEvent chatEvent)
    {
        var (room, only, _) = chatEvent.Audience;
        Subscription[] readers;
        lock (gate)
            readers = only is null ? byRoom.GetValueOrDefault(room, []) : byUser.GetValueOrDefault(only, []);
        var offered = 0;
        foreach (var reader in readers)
        {
            var subscriber = reader.Subscriber;
            if (!chatEvent.Audience.Includes(subscriber.UserId) || (only is not null && !subscriber.Concerns(room)))
                continue;
            reader.Offer(chatEvent);
            offered++;
        }
        wakeups.GoHere();
        Interlocked.Add(ref deliveries, offered);
    }

    /// <summary>Tells everyone who follows any of the rooms, each stream once.</summary>
    public void PublishToAny(IEnumerable<string> rooms, ChatEvent chatEvent)
    {
        HashSet<Subscription> readers = [];
        lock (gate)
            foreach (var room in rooms)
                readers.UnionWith(byRoom.GetValueOrDefault(room, []));
        foreach (var reader in readers)
            reader.Offer(chatEvent);
        wakeups.Go();
        Interlocked.Add(ref deliveries, readers.Count);
    }

    /// <summary>Tells every stream, whatever rooms it follows.</summary>
    public void PublishToAll(ChatEvent chatEvent)
    {
        var readers = All();
        foreach (var reader in readers)
            reader.Offer(chatEvent);
        wakeups.Go();
        Interlocked.Add(ref deliveries, readers.Length);
    }

    /// <summary>Ends the streams of a room that was deleted.</summary>
    public void CloseRoom(string roomId) => End(All(), s => s.RoomId == roomId, StreamEnd.RoomClosed);

    /// <summary>Ends someone's streams of a room that they may no longer see, after what is queued to them.</summary>
    /// <param name="userId">Whose streams.</param>
    /// <param name="roomId">Of which room.</param>
    /// <param name="position">The position in the log of what ended it. Streams that were opened after it stay.</param>
    public void CloseRoomTo(string userId, string roomId, long position = long.MaxValue)
    {
        Subscription[] open;
        lock (gate)
            open = [.. byUser.GetValueOrDefault(userId, []).Where(subscription => places[subscription].AsOf < position)];
        End(open, s => s.RoomId == roomId, StreamEnd.RoomClosed);
    }

    public void EndSession(string sessionId) => End(All(), s => s.SessionId == sessionId, StreamEnd.SignedOut);

    public void EndUser(string userId) => End(Of(userId), _ => true, StreamEnd.SignedOut);

    public void EndExpired(long now) => End(All(), s => s.ExpiresAt <= now, StreamEnd.SignedOut);

    public void EndAll(StreamEnd why) => End(All(), _ => true, why);

    /// <summary>Wakes every reader for a heartbeat.</summary>
    public void Beat()
    {
        foreach (var subscription in All())
            subscription.Beat();
    }

    private static void End(Subscription[] among, Func<Subscriber, bool> which, StreamEnd why)
    {
        foreach (var subscription in among)
            if (which(subscription.Subscriber))
                subscription.End(why);
    }

    /// <summary>All streams that are open now.</summary>
    public IReadOnlyList<Subscription> Streams() => All();

    private Subscription[] Of(string userId)
    {
        lock (gate)
            return byUser.GetValueOrDefault(userId, []);
    }

    private Subscription[] All()
    {
        lock (gate)
            return [.. places.Keys];
    }

    private void Follow(Subscription subscription, Place place, string room)
    {
        if (place.Rooms.Add(room))
            Add(byRoom, room, subscription);
    }

    private void Unfollow(Subscription subscription, Place place, string room)
    {
        if (place.Rooms.Remove(room))
            Remove(byRoom, room, subscription);
    }

    // Copied on change, so that publishing walks an array nobody alters and holds no lock.
    private static void Add(Dictionary<string, Subscription[]> index, string key, Subscription subscription) =>
        index[key] = [.. index.GetValueOrDefault(key, []), subscription];

    private static void Remove(Dictionary<string, Subscription[]> index, string key, Subscription subscription)
    {
        Subscription[] rest = [.. index.GetValueOrDefault(key, []).Where(other => other != subscription)];
        if (rest.Length > 0)
            index[key] = rest;
        else
            index.Remove(key);
    }

    private sealed class Place
    {
        /// <summary>The position in the log as of which the rooms were read.</summary>
        public long AsOf { get; set; }

        public HashSet<string> Rooms { get; } = [];

        public int MembershipChanges { get; set; }
    }
}
