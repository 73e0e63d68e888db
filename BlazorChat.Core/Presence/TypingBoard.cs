namespace BlazorChat.Core.Presence;

/// <summary>Who is typing in which room. It ends after five seconds unless it is repeated.</summary>
public sealed class TypingBoard(TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    // In the clock's timestamps, which do not jump when the time of day is set.
    private readonly Dictionary<Typist, long> since = [];

    public void Start(Typist typist)
    {
        lock (gate)
            since[typist] = clock.GetTimestamp();
    }

    /// <summary>True if they were typing.</summary>
    public bool Stop(Typist typist)
    {
        lock (gate)
            return since.Remove(typist);
    }

    /// <summary>Ends someone's typing in a room and all its threads.</summary>
    /// <returns>Where they were typing.</returns>
    public IReadOnlyList<Typist> StopAll(string roomId, string userId)
    {
        lock (gate)
        {
            List<Typist> over = [.. since.Keys.Where(typist => typist.RoomId == roomId && typist.UserId == userId)];
            foreach (var typist in over)
                since.Remove(typist);
            return over;
        }
    }

    /// <summary>Ends what was not repeated in time.</summary>
    /// <returns>Those who stopped typing.</returns>
    public IReadOnlyList<Typist> Sweep()
    {
        lock (gate)
        {
            List<Typist> over = [.. since.Where(entry => clock.GetElapsedTime(entry.Value) >= Lasts).Select(entry => entry.Key)];
            foreach (var typist in over)
                since.Remove(typist);
            return over;
        }
    }
}

/// <summary>Someone typing in a room, or in one of its threads. Two are equal if room, thread and user are.</summary>
public sealed record Typist(string RoomId, string UserId, string Username, string? DisplayName = null, string? ThreadId = null)
{
    public bool Equals(Typist? other) =>
        other is not null && RoomId == other.RoomId && UserId == other.UserId && ThreadId == other.ThreadId;

    public override int GetHashCode() => HashCode.Combine(RoomId, UserId, ThreadId);
}
