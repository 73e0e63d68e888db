namespace BlazorChat.Core.Rooms;

/// <summary>
/// What someone may do in a room because of its kind and their role. <see cref="RoomAccess"/> adds what may change at any
/// time: archived, muted, blocked.
/// </summary>
/// <param name="Kind">The kind of the room.</param>
/// <param name="Role">The person's role; null if they are no member.</param>
/// <param name="IsAdministrator">Whether they administer the whole chat.</param>
public readonly record struct RoomRights(RoomKind Kind, RoomRole? Role, bool IsAdministrator = false)
{
    /// <summary>Whether everyone who is signed in may see the room, member or not.</summary>
    public bool IsOpen => Kind == RoomKind.Public;

    /// <summary>Whether the room has moderators. A direct room has none.</summary>
    public bool IsModerated => Kind != RoomKind.Direct;

    /// <summary>Reading: history, streams, files, members.</summary>
    public bool MaySee => Role is not null || IsOpen;

    public bool MayJoin => IsOpen;

    public bool MayLeave => Role is not null && ComesAndGoes;

    /// <summary>Deleting others' messages, adding and removing members.</summary>
    public bool MayModerate => MaySee && IsModerated && (Role >= RoomRole.Moderator || IsAdministrator);

    /// <summary>Renaming, setting the topic, archiving, inviting, handling reports.</summary>
    public bool MayManage => MayModerate;

    /// <summary>Deleting the room, giving anyone any role.</summary>
    public bool MayOwn => MayModerate && (Role == RoomRole.Owner || IsAdministrator);

    /// <summary>
    /// Archiving, deleting, joining and handing over from the administration pages, without being a member. Administrators
    /// have no access to direct rooms.
    /// </summary>
    public bool MayAdminister => IsAdministrator && Kind != RoomKind.Direct;

    /// <summary>Whether people can join and leave. A direct room always stays between the same two people.</summary>
    public bool ComesAndGoes => Kind != RoomKind.Direct;

    /// <summary>Giving up one's own role.</summary>
    public bool MayStepDown => Role == RoomRole.Owner;

    /// <summary>
    /// Removing or muting someone. Nobody may do it to a member of their own rank or above, except owners and administrators.
    /// </summary>
    /// <param name="other">The other person's role; null if they are no member.</param>
    public bool MayChange(RoomRole? other) => MayOwn || (MayModerate && (other is null || other < Role));

    /// <summary>Adding someone, or changing their role.</summary>
    /// <param name="role">Their new role.</param>
    /// <param name="before">Their role until now; null if they are no member yet.</param>
    public bool MayGive(RoomRole role, RoomRole? before) =>
        MayOwn || (MayModerate && before is null && role == RoomRole.Member);
}
