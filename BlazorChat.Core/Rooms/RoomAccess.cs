namespace BlazorChat.Core.Rooms;

/// <summary>
/// What one person may do in one room: the only place that decides it. Endpoints, streams, pages and components ask here.
/// </summary>
/// <param name="Room">The room.</param>
/// <param name="Membership">The person's membership as it is now, or null.</param>
/// <param name="IsAdministrator">Whether the person administers the whole chat.</param>
public sealed record RoomAccess(Room Room, Membership? Membership, bool IsAdministrator)
{
    /// <summary>Reading: history, streams, files, members. Public rooms are open to everyone who is signed in.</summary>
    public bool MaySee => Membership is not null || Room.Kind == RoomKind.Public;

    public bool MayPost => MaySee && !Room.IsArchived;

    public bool MayJoin => Room.Kind == RoomKind.Public;

    /// <summary>Delete what others wrote, add and remove members.</summary>
    public bool MayModerate => MaySee && (Membership?.Role >= RoomRole.Moderator || IsAdministrator);

    /// <summary>Rename, set the topic, archive.</summary>
    public bool MayManage => MayModerate && Room.Kind != RoomKind.Direct;

    /// <summary>Delete the room, hand out any role.</summary>
    public bool MayOwn => MaySee && Room.Kind != RoomKind.Direct && (Membership?.Role == RoomRole.Owner || IsAdministrator);

    /// <summary>
    /// Archive, delete, enter and hand over from the administration pages, without belonging to it. What two people say
    /// to each other is none of an administrator's business.
    /// </summary>
    public bool MayAdminister => IsAdministrator && Room.Kind != RoomKind.Direct;

    /// <summary>Nobody removes or changes someone of their own rank or above, but owners and administrators may.</summary>
    public bool MayChange(Membership other) => MayOwn || (MayModerate && other.Role < Membership!.Role);
}
