namespace BlazorChat.Core.Rooms;

/// <summary>Someone's membership in a room: their role, their read mark and their preferences.</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    public string RoomId { get; private init; } = "";

    public string UserId { get; private init; } = "";

    public RoomRole Role { get; private set; }

    /// <summary>Unix milliseconds.</summary>
    public long JoinedAt { get; private init; }

    /// <summary>The number of the last message read: the read mark.</summary>
    public long ReadNumber { get; private set; }

    public NotificationLevel Notify { get; private set; }

    /// <summary>Whether the member pinned the room to the top of their list.</summary>
    public bool IsPinned { get; private set; }

    /// <summary>Whether the member turned off notifications for this room. Mentions still notify.</summary>
    public bool HasNotificationsOff { get; private set; }

    /// <summary>Joins with everything said so far counted as read: nobody starts with a thousand unread messages.</summary>
    public static Membership Join(Room room, string userId, RoomRole role, long now) =>
        new() { RoomId = room.Id, UserId = userId, Role = role, JoinedAt = now, ReadNumber = room.LastNumber };

    public void ChangeRole(RoomRole role) => Role = role;

    /// <summary>Changes the preferences that are not null. False if nothing changed.</summary>
    public bool Prefer(NotificationLevel? notify, bool? pinned, bool? off)
    {
        var before = (Notify, IsPinned, HasNotificationsOff);
        (Notify, IsPinned, HasNotificationsOff) = (notify ?? Notify, pinned ?? IsPinned, off ?? HasNotificationsOff);
        return (Notify, IsPinned, HasNotificationsOff) != before;
    }

    /// <summary>Moves the read mark forward, never back. False if there was nothing to move.</summary>
    public bool ReadUpTo(long number)
    {
        if (number <= ReadNumber)
            return false;
        ReadNumber = number;
        return true;
    }

    /// <summary>Moves the read mark to just before a message. This is the only way it moves back.</summary>
    public void UnreadFrom(long number) => ReadNumber = number - 1;
}

/// <summary>Which messages a member is notified of.</summary>
public enum NotificationLevel
{
    All = 0,
    Mentions = 1,
    Nothing = 2,
}

public enum RoomRole
{
    Member = 0,
    Moderator = 1,
    Owner = 2,
}
