namespace BlazorChat.Web.Data;

/// <summary>
/// An entry of the audit log: someone used a right over others. Says who did what to whom, and when. Written in the
/// transaction of the act itself; the database refuses to change or delete it. Names are kept as they were, because
/// accounts and rooms come and go.
/// </summary>
public sealed class AuditEntry
{
    public long Id { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long At { get; init; }

    public string ActorId { get; init; } = "";

    public string ActorName { get; init; } = "";

    /// <summary>What was done, <c>noun.verb</c> in snake_case: <c>user.ban</c>, <c>room.archive</c>.</summary>
    public string Action { get; init; } = "";

    /// <summary>To which account, if to one.</summary>
    public string? UserId { get; init; }

    public string? UserName { get; init; }

    /// <summary>In which room, if in one.</summary>
    public string? RoomId { get; init; }

    public string? RoomName { get; init; }

    /// <summary>A reason, or from what to what. Never the text of a message.</summary>
    public string? Detail { get; init; }
}
