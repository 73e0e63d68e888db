namespace BlazorChat.Core.Live;

/// <summary>
/// A row of the log: that something durable changed, not what it became. Whoever reads it looks that up in the tables,
/// so a replay never brings back what was since deleted.
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

/// <summary>What a <see cref="LogEntry"/> tells. Stored as a number: never renumber.</summary>
public enum EntryKind
{
    MessagePosted = 1,
    MessageEdited = 2,
    MessageDeleted = 3,

    /// <summary>Subject: the message. Detail: the emoji.</summary>
    ReactionChanged = 4,

    /// <summary>Subject: the user who joined, left or changed role.</summary>
    MemberChanged = 5,

    RoomChanged = 6,

    /// <summary>Subject: the message up to which the user has read, or from which on not. Told to that user alone.</summary>
    ReadMarkMoved = 7,

    /// <summary>Subject: the session. Told to nobody; ends its streams.</summary>
    SessionEnded = 8,

    /// <summary>Subject: the user, all of whose sessions end. Told to nobody.</summary>
    UserSignedOut = 9,

    /// <summary>How the user wants to be told of the room. Told to that user alone.</summary>
    PreferencesChanged = 10,

    /// <summary>Subject: whom the user blocked, or no more. Concerns no room; told to that user alone.</summary>
    BlockChanged = 11,

    /// <summary>Subject: the user who may not see the room any more. Told to that user alone, after their going.</summary>
    RoomHidden = 12,

    /// <summary>Subject: the user who may write again, or not any more. Told to that user alone.</summary>
    SilenceChanged = 20,

    /// <summary>Subject: the message that was reported or decided about. Told to the room's moderators alone.</summary>
    ReportsChanged = 21,

    /// <summary>Subject: the user whose rights changed. Told to nobody; every process asks the database again.</summary>
    RightsChanged = 30,

    /// <summary>Told to nobody; every process reads the settings again.</summary>
    SettingsChanged = 31,

    /// <summary>Subject: the user whose name, status or picture changed. One entry for each room where that is seen.</summary>
    ProfileChanged = 40,

    /// <summary>Told to nobody: there are bytes to delete.</summary>
    FilesDiscarded = 50,
}
