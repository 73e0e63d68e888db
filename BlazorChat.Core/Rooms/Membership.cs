namespace BlazorChat.Core.Rooms;

/// <summary>That someone belongs to a room, as what, and how far they have read.</summary>
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

    /// <summary>Joins with everything said so far counted as read: nobody starts with a thousand unread messages.</summary>
    public static Membership Join(Room room, string userId, RoomRole role, long now) =>
        new() { RoomId = room.Id, UserId = userId, Role = role, JoinedAt = now, ReadNumber = room.LastNumber };

    public void ChangeRole(RoomRole role) => Role = role;

    /// <summary>Moves the read mark forward, never back. False if there was nothing to move.</summary>
    public bool ReadUpTo(long number)
    {
        if (number <= ReadNumber)
            return false;
        ReadNumber = number;
        return true;
    }
}

public enum RoomRole
{
    Member = 0,
    Moderator = 1,
    Owner = 2,
}
