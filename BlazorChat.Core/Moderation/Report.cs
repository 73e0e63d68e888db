using BlazorChat.Core.Messages;

namespace BlazorChat.Core.Moderation;

/// <summary>A report: someone asks the moderators to look at a message. One per person and message.</summary>
public sealed class Report
{
    private Report()
    {
    }

    public long Id { get; private init; }

    public string RoomId { get; private init; } = "";

    public long MessageId { get; private init; }

    public string ReporterId { get; private init; } = "";

    public string Reason { get; private init; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; private init; }

    public ReportState State { get; private set; }

    /// <summary>The moderator who decided.</summary>
    public string? SettledById { get; private set; }

    /// <summary>Unix milliseconds; null while it is open.</summary>
    public long? SettledAt { get; private set; }

    public bool IsOpen => State == ReportState.Open;

    public static Report File(Message message, string reporterId, ReportReason reason, long now) => new()
    {
        RoomId = message.RoomId,
        MessageId = message.Id,
        ReporterId = reporterId,
        Reason = reason.Value,
        CreatedAt = now,
    };

    /// <summary>The first decision counts; later ones change nothing.</summary>
    public void Settle(ReportState outcome, string byId, long now)
    {
        if (IsOpen)
            (State, SettledById, SettledAt) = (outcome, byId, now);
    }
}

public enum ReportState
{
    Open = 0,

    /// <summary>The message may stay.</summary>
    Dismissed = 1,

    /// <summary>The message was deleted because of it.</summary>
    Deleted = 2,
}

/// <summary>Why someone reports a message: 1 to 500 Unicode code points on one line.</summary>
public readonly record struct ReportReason
{
    public const int MaxLength = 500;

    private ReportReason(string value) => Value = value;

    public string Value { get; }

    public static Result<ReportReason> Parse(string? input)
    {
        var line = PlainLine.Clean(input);
        return line.Length == 0 ? Refusal.Invalid("reason", "Say what is wrong with the message.")
            : line.EnumerateRunes().Count() > MaxLength
                ? Refusal.Invalid("reason", $"A reason has at most {MaxLength} characters.")
            : new ReportReason(line);
    }
}
