namespace BlazorChat.Core.Rooms;

/// <summary>
/// A mute: for a time, someone may read in a room but not write. It is kept apart from the membership, so that leaving and
/// coming back does not lift it.
/// </summary>
public sealed class Mute
{
    public const int MinSeconds = 60;
    public const int MaxSeconds = 365 * 24 * 60 * 60;
    public const int MaxReasonLength = 250;

    private Mute()
    {
    }

    public string RoomId { get; private init; } = "";

    public string UserId { get; private init; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long Until { get; private set; }

    /// <summary>The moderator who muted them.</summary>
    public string ById { get; private set; } = "";

    /// <summary>The moderator's words; may be empty.</summary>
    public string Reason { get; private set; } = "";

    public static Mute Impose(string roomId, string userId, MuteTerms terms, string byId, long now)
    {
        var mute = new Mute { RoomId = roomId, UserId = userId };
        mute.Change(terms, byId, now);
        return mute;
    }

    /// <summary>Starts again from now, with other terms.</summary>
    public void Change(MuteTerms terms, string byId, long now) =>
        (Until, Reason, ById) = (now + (terms.Seconds * 1000L), terms.Reason, byId);

    public bool IsInForce(long now) => Until > now;
}

/// <summary>How long someone is muted, and why.</summary>
public readonly record struct MuteTerms
{
    private MuteTerms(int seconds, string reason) => (Seconds, Reason) = (seconds, reason);

    public int Seconds { get; }

    public string Reason { get; }

    public static Result<MuteTerms> Parse(int? seconds, string? reason) =>
        seconds is not (>= Mute.MinSeconds and <= Mute.MaxSeconds)
            ? Refusal.Invalid("seconds", $"Say for how many seconds, from {Mute.MinSeconds} to {Mute.MaxSeconds}.")
        : PlainLine.Clean(reason) is not { Length: <= Mute.MaxReasonLength } line
            ? Refusal.Invalid("reason", $"A reason has at most {Mute.MaxReasonLength} characters.")
        : new MuteTerms(seconds.Value, line);
}
