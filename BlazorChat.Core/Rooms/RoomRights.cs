namespace BlazorChat.Core.Rooms;

/// <summary>
/// What someone may do in a room because of its kind and of what they are there. <see cref="RoomAccess"/> adds what is so now:
/// archived, muted, blocked.
/// </summary>
/// <param name="Kind">The room's.</param>
/// <param name="Role">Theirs; null: they are no member.</param>
/// <param name="IsAdministrator">Whether they administer the whole chat.</param>
public readonly record struct RoomRights(RoomKind Kind, RoomRole? Role, bool IsAdministrator = false)
{
    /// <summary>Whether everyone who is signed in may see the room, member or not.</summary>
    public bool IsOpen => Kind == RoomKind.Public;

    /// <summary>Whether some people moderate the room. Two people alone have no moderator.</summary>
    public bool IsModerated => Kind != RoomKind.Direct;

    /// <summary>Reading: history, streams, files, members.</summary>
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
    /// Archive, delete, enter and hand over from the administration pages, without belonging to it. What two people say
    /// to each other is none of an administrator's business.
    /// </summary>
    public bool MayAdminister => IsAdministrator && Kind != RoomKind.Direct;

    /// <summary>Whether people join and leave. A direct conversation always stays between the same two.</summary>
    public bool ComesAndGoes => Kind != RoomKind.Direct;

    /// <summary>Give up a role of one's own.</summary>
    public bool MayStepDown => Role == RoomRole.Owner;

    /// <summary>Remove, mute: nobody does it to someone of their own rank or above, but owners and administrators may.</summary>
    /// <param name="other">What the other one is; null: no member.</param>
    public bool MayChange(RoomRole? other) => MayOwn || (MayModerate && (other is null || other < Role));

    /// <summary>Add someone, or make them something else.</summary>
    /// <param name="role">What they become.</param>
    /// <param name="before">What they are; null: no member yet.</param>
    public bool MayGive(RoomRole role, RoomRole? before) =>
        MayOwn || (MayModerate && before is null && role == RoomRole.Member);
}
