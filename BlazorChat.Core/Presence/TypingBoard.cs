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
    public bool Stop(string roomId, string userId)
    {
        lock (gate)
            return since.Remove(new Typist(roomId, userId, ""));
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

/// <summary>Someone typing in a room. Two are equal if room and user are.</summary>
public sealed record Typist(string RoomId, string UserId, string Username, string? DisplayName = null)
{
    public bool Equals(Typist? other) => other is not null && RoomId == other.RoomId && UserId == other.UserId;

    public override int GetHashCode() => HashCode.Combine(RoomId, UserId);
}
