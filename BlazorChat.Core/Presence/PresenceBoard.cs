namespace BlazorChat.Core.Presence;

/// <summary>
/// Who is online, judged by open streams and polls, never by page loads. Someone whose last stream closed stays online for a
/// few more seconds, because a page that reloads comes right back. Where the chat has several nodes, it also knows what the
/// others say: a person is online if any node says so.
/// </summary>
public sealed class PresenceBoard(TimeProvider clock)
{
    /// <summary>How long someone counts as online after their last stream or poll.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Person> people = [];
    private readonly OtherNodes others = new(clock);

    // The status of each person that others were last told; nobody who is offline.
    private readonly Dictionary<string, PresenceStatus> told = [];

    /// <summary>Raised when what this node says of someone may have changed: their status here, or the number of their streams.</summary>
    public event Action<string>? ChangedHere;

    public PresenceStatus StatusOf(string userId)
    {
        lock (gate)
            return Status(userId);
    }

    /// <summary>How many streams and polls someone has open at other nodes.</summary>
    public int StreamsElsewhere(string userId)
    {
        lock (gate)
            return others.StreamsOf(userId);
    }

    /// <summary>How many people are online or away.</summary>
    public (int Online, int Away) Count()
    {
        lock (gate)
        {
            var statuses = people.Keys.Concat(others.People).Distinct().Select(Status).ToList();
            return (statuses.Count(status => status == PresenceStatus.Online), statuses.Count(status => status == PresenceStatus.Away));
        }
    }

    /// <summary>What this node says of someone.</summary>
    public PresenceHere Here(string userId)
    {
        lock (gate)
            return people.TryGetValue(userId, out var person) ? person.Here(userId) : new PresenceHere(userId, PresenceStatus.Offline, 0);
    }

    /// <summary>What this node says of everyone who is here.</summary>
    public IReadOnlyList<PresenceHere> AllHere()
    {
        lock (gate)
            return [.. people.Select(person => person.Value.Here(person.Key)).Where(here => here.Status != PresenceStatus.Offline)];
    }

    /// <summary>Up to which version of what a node says it is known here; null: nothing is known of that node.</summary>
    public long? VersionOf(string node)
    {
        lock (gate)
            return others.VersionOf(node);
    }

    /// <summary>Notes what another node says of some people, or of all who are there.</summary>
    /// <param name="node">The node.</param>
    /// <param name="version">The version of what it says.</param>
    /// <param name="said">What it says. Someone offline is not there any more.</param>
    /// <param name="all">How long it counts, if that is everyone who is there; null: the others are there as before.</param>
    /// <returns>The users whose status changed.</returns>
    public IReadOnlyList<string> Hear(string node, long version, IReadOnlyList<PresenceHere> said, TimeSpan? all = null)
    {
        lock (gate)
            return Tell(others.Hear(node, version, said, all));
    }

    /// <summary>Notes that another node is stopping: its people count as online for a few seconds more, until they come back elsewhere.</summary>
    public void Leaving(string node)
    {
        lock (gate)
            others.Leaving(node, Grace);
    }

    /// <summary>Call when a stream opens or a poll begins. Dispose the returned visit when it ends.</summary>
    /// <returns>The visit, and whether it changed the person's status.</returns>
    public (IDisposable Visit, bool Changed) Arrive(string userId, string sessionId)
    {
        bool changed;
        SessionPresence? session;
        lock (gate)
        {
            var person = people.TryGetValue(userId, out var known) ? known : people[userId] = new Person();
            if (!person.Presences.TryGetValue(sessionId, out session))
                person.Presences[sessionId] = session = new SessionPresence();
            session.Streams++;
            changed = Tell([userId]).Count > 0;
        }
        ChangedHere?.Invoke(userId);
        return (new Visit(this, userId, session), changed);
    }

    /// <summary>Notes whether a session's page is being looked at. True if the person's status changed.</summary>
    public bool Say(string userId, string sessionId, bool isAway)
    {
        bool changed;
        lock (gate)
        {
            if (!people.TryGetValue(userId, out var person) || !person.Presences.TryGetValue(sessionId, out var session))
                return false;
            session.IsAway = isAway;
            changed = Tell([userId]).Count > 0;
        }
        ChangedHere?.Invoke(userId);
        return changed;
    }

    /// <summary>Takes people offline whose last stream closed long enough ago, and those of nodes that are silent.</summary>
    /// <returns>The users whose status changed.</returns>
    public IReadOnlyList<string> Sweep()
    {
        List<string> left = [];
        IReadOnlyList<string> changed;
        lock (gate)
        {
            foreach (var (userId, person) in people)
            {
                List<string> gone = [.. person.Presences.Where(session => IsGone(session.Value)).Select(session => session.Key)];
                gone.ForEach(sessionId => person.Presences.Remove(sessionId));
                if (gone.Count > 0)
                    left.Add(userId);
            }
            changed = Tell([.. left, .. others.Sweep()]);
            foreach (var userId in left.Where(id => people[id].Presences.Count == 0))
                people.Remove(userId);
        }
        foreach (var userId in left)
            ChangedHere?.Invoke(userId);
        return changed;
    }

    private PresenceStatus Status(string userId)
    {
        var (here, elsewhere) = (people.GetValueOrDefault(userId)?.Status ?? PresenceStatus.Offline, others.StatusOf(userId));
        return here > elsewhere ? here : elsewhere;
    }

    // Those of them whose status is another than the one that was last told.
    private List<string> Tell(IEnumerable<string> userIds) => [.. userIds.Distinct().Where(userId => IsNews(userId, Status(userId)))];

    private bool IsNews(string userId, PresenceStatus status)
    {
        if (told.GetValueOrDefault(userId) == status)
            return false;
        if (status == PresenceStatus.Offline)
            told.Remove(userId);
        else
            told[userId] = status;
        return true;
    }

    private bool IsGone(SessionPresence session) => session.Streams == 0 && clock.GetElapsedTime(session.LeftAt) >= Grace;

    private void Leave(string userId, SessionPresence session)
    {
        lock (gate)
        {
            session.Streams--;
            session.LeftAt = clock.GetTimestamp();
        }
        ChangedHere?.Invoke(userId);
    }

    private sealed class Person
    {
        public Dictionary<string, SessionPresence> Presences { get; } = [];

        public PresenceStatus Status =>
            Presences.Count == 0 ? PresenceStatus.Offline
            : Presences.Values.All(session => session.IsAway) ? PresenceStatus.Away
            : PresenceStatus.Online;

        public PresenceHere Here(string userId) => new(userId, Status, Presences.Values.Sum(session => session.Streams));
    }

    private sealed class SessionPresence
    {
        public int Streams { get; set; }

        public bool IsAway { get; set; }

        /// <summary>In the clock's timestamps, which do not jump when the time of day is set.</summary>
        public long LeftAt { get; set; }
    }

    private sealed class Visit(PresenceBoard board, string userId, SessionPresence session) : IDisposable
    {
        private bool isOver;

        public void Dispose()
        {
            if (isOver)
                return;
            isOver = true;
            board.Leave(userId, session);
        }
    }
}
