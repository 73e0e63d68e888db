namespace BlazorChat.Core.Presence;

/// <summary>
/// Who is online, judged by open streams and polls, never by page loads. Someone whose last stream closed stays online for a
/// few more seconds, because a page that reloads comes right back.
/// </summary>
public sealed class PresenceBoard(TimeProvider clock)
{
    /// <summary>How long someone counts as online after their last stream or poll.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Person> people = [];

    public PresenceStatus StatusOf(string userId)
    {
        lock (gate)
            return people.TryGetValue(userId, out var person) ? person.Status : PresenceStatus.Offline;
    }

    /// <summary>How many people are online or away.</summary>
    public (int Online, int Away) Count()
    {
        lock (gate)
        {
            var online = people.Values.Count(person => person.Status == PresenceStatus.Online);
            return (online, people.Values.Count(person => person.Status == PresenceStatus.Away));
        }
    }

    /// <summary>Call when a stream opens or a poll begins. Dispose the returned visit when it ends.</summary>
    /// <returns>The visit, and whether it changed the person's status.</returns>
    public (IDisposable Visit, bool Changed) Arrive(string userId, string sessionId)
    {
        lock (gate)
        {
            var person = people.TryGetValue(userId, out var known) ? known : people[userId] = new Person();
            var before = person.Told;
            if (!person.Presences.TryGetValue(sessionId, out var session))
                person.Presences[sessionId] = session = new SessionPresence();
            session.Streams++;
            person.Told = person.Status;
            return (new Visit(this, session), before != person.Told);
        }
    }

    /// <summary>Notes whether a session's page is being looked at. True if the person's status changed.</summary>
    public bool Say(string userId, string sessionId, bool isAway)
    {
        lock (gate)
        {
            if (!people.TryGetValue(userId, out var person) || !person.Presences.TryGetValue(sessionId, out var session))
                return false;
            session.IsAway = isAway;
            var before = person.Told;
            person.Told = person.Status;
            return before != person.Told;
        }
    }

    /// <summary>Takes people offline whose last stream closed long enough ago.</summary>
    /// <returns>The users whose status changed.</returns>
    public IReadOnlyList<string> Sweep()
    {
        List<string> changed = [];
        lock (gate)
        {
            foreach (var (userId, person) in people)
            {
                foreach (var (sessionId, _) in person.Presences.Where(s => IsGone(s.Value)).ToList())
                    person.Presences.Remove(sessionId);
                if (person.Status != person.Told)
                {
                    person.Told = person.Status;
                    changed.Add(userId);
                }
            }
            foreach (var userId in changed.Where(id => people[id].Presences.Count == 0))
                people.Remove(userId);
        }
        return changed;
    }

    private bool IsGone(SessionPresence session) => session.Streams == 0 && clock.GetElapsedTime(session.LeftAt) >= Grace;

    private void Leave(SessionPresence session)
    {
        lock (gate)
        {
            session.Streams--;
            session.LeftAt = clock.GetTimestamp();
        }
    }

    private sealed class Person
    {
        public Dictionary<string, SessionPresence> Presences { get; } = [];

        /// <summary>The status that others were last told.</summary>
        public PresenceStatus Told { get; set; } = PresenceStatus.Offline;

        public PresenceStatus Status =>
            Presences.Count == 0 ? PresenceStatus.Offline
            : Presences.Values.All(session => session.IsAway) ? PresenceStatus.Away
            : PresenceStatus.Online;
    }

    private sealed class SessionPresence
    {
        public int Streams { get; set; }

        public bool IsAway { get; set; }

        /// <summary>In the clock's timestamps, which do not jump when the time of day is set.</summary>
        public long LeftAt { get; set; }
    }

    private sealed class Visit(PresenceBoard board, SessionPresence session) : IDisposable
    {
        private bool isOver;

        public void Dispose()
        {
            if (isOver)
                return;
            isOver = true;
            board.Leave(session);
        }
    }
}

public enum PresenceStatus
{
    Offline = 0,
    Away = 1,
    Online = 2,
}
