namespace BlazorChat.Core.Rooms;

/// <summary>
/// What someone may do in a room because of its kind and their role. <see cref="RoomAccess"/> adds what may change at any
/// time: archived, muted, blocked.
/// </summary>
/// <param name="Kind">The room's.</param>
/// <param name="Role">The person's role; null if they are no member.</param>
/// <param name="IsAdministrator">Whether they administer the whole chat.</param>
public readonly record struct RoomRights(RoomKind Kind, RoomRole? Role, bool IsAdministrator = false)
{
    /// <summary>Whether everyone who is signed in may see the room, member or not.</summary>
    public bool IsOpen => Kind == RoomKind.Public;

    /// <summary>Whether the room has moderators. A direct room has none.</summary>
    public bool IsModerated => Kind != RoomKind.Direct;

    /// <summary>Read: history, streams, files, members.</summary>
    public bool MaySee => Role is not null || IsOpen;

    public bool MayJoin => IsOpen;

    public bool MayLeave => Role is not null && ComesAndGoes;

    /// <summary>Delete what others wrote, add and remove members.</summary>
    public bool MayModerate => MaySee && IsModerated && (Role >= RoomRole.Moderator || IsAdministrator);

    /// <summary>Rename, set the topic, archive, invite, deal with reports.</summary>
    public bool MayManage => MayModerate;

    /// <summary>Delete the room, hand out any role.</summary>
    public bool MayOwn => MayModerate && (Role == RoomRole.Owner || IsAdministrator);

    /// <summary>
    /// Archive, delete, enter and hand over from the administration pages, without being a member. Administrators have no
    /// access to direct rooms.
    /// </summary>
    public bool MayAdminister => IsAdministrator && Kind != RoomKind.Direct;

    /// <summary>Whether people join and leave. A direct conversation always stays between the same two.</summary>
    public bool ComesAndGoes => Kind != RoomKind.Direct;

    /// <summary>Give up a role of one's own.</summary>
    public bool MayStepDown => Role == RoomRole.Owner;

    /// <summary>Remove or mute someone. Nobody may do it to their own rank or above, except owners and administrators.</summary>
    /// <param name="other">The other person's role; null if they are no member.</param>
    public bool MayChange(RoomRole? other) => MayOwn || (MayModerate && (other is null || other < Role));

    /// <summary>Add someone, or change their role.</summary>
    /// <param name="role">Their new role.</param>
    /// <param name="before">Their role until now; null if they are no member yet.</param>
    public bool MayGive(RoomRole role, RoomRole? before) =>
        MayOwn || (MayModerate && before is null && role == RoomRole.Member);
}
