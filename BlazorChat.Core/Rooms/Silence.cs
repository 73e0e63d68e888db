namespace BlazorChat.Core.Rooms;

/// <summary>
/// That someone may only read in a room, for a time. Apart from the membership, so that leaving and coming back does not
/// lift it.
/// </summary>
public sealed class Silence
{
    public const int MinSeconds = 60;
    public const int MaxSeconds = 365 * 24 * 60 * 60;
    public const int MaxReasonLength = 250;

    private Silence()
    {
    }

    public string RoomId { get; private init; } = "";

    public string UserId { get; private init; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long Until { get; private set; }

    /// <summary>Who imposed it.</summary>
    public string ById { get; private set; } = "";

    /// <summary>As the one who imposed it gave it; may be empty.</summary>
    public string Reason { get; private set; } = "";

    public static Silence Impose(string roomId, string userId, SilenceTerms terms, string byId, long now)
    {
        var silence = new Silence { RoomId = roomId, UserId = userId };
        silence.Change(terms, byId, now);
        return silence;
    }

    /// <summary>Counts anew from now.</summary>
    public void Change(SilenceTerms terms, string byId, long now) =>
        (Until, Reason, ById) = (now + (terms.Seconds * 1000L), terms.Reason, byId);

    public bool IsInForce(long now) => Until > now;
}

/// <summary>How long someone is to be silent, and why.</summary>
public readonly record struct SilenceTerms
{
    private SilenceTerms(int seconds, string reason) => (Seconds, Reason) = (seconds, reason);

    public int Seconds { get; }

    public string Reason { get; }

    public static Result<SilenceTerms> Parse(int? seconds, string? reason) =>
        seconds is not (>= Silence.MinSeconds and <= Silence.MaxSeconds)
            ? Refusal.Invalid("seconds", $"Say for how many seconds, from {Silence.MinSeconds} to {Silence.MaxSeconds}.")
        : PlainLine.Clean(reason) is not { Length: <= Silence.MaxReasonLength } line
            ? Refusal.Invalid("reason", $"A reason has at most {Silence.MaxReasonLength} characters.")
        : new SilenceTerms(seconds.Value, line);
}
