namespace BlazorChat.Core.Live;

/// <summary>
/// A row of the log. It says that something durable changed, not what it is now: that is looked up in the tables when
/// the event is made. So a replay never brings back what was deleted since.
/// </summary>
public sealed class LogEntry
{
    /// <summary>Position order is commit order, without holes.</summary>
    public long Position { get; init; }

    public EntryKind Kind { get; init; }

    public string? RoomId { get; init; }

    /// <summary>Who did it.</summary>
    public string UserId { get; init; } = "";

    /// <summary>What it concerns: a message's id, a user's id or a session's id, as the kind says.</summary>
    public string Subject { get; init; } = "";

    /// <summary>What the tables cannot tell: which emoji a reaction was.</summary>
    public string? Detail { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long At { get; init; }
}

/// <summary>
/// What a <see cref="LogEntry"/> tells. Each feature declares its own, as static fields of this type. Stored as a number:
/// never renumber, never use a number twice.
/// </summary>
/// <param name="Number">As the log stores it.</param>
public readonly record struct EntryKind(int Number);
