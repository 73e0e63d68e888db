using BlazorChat.Core.Rooms;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>A room as its header shows it to one person: what it is, and what they may do with it.</summary>
public sealed record RoomState(
    string Id, string Name, string Topic, RoomKind Kind, bool Archived, bool IsDefault,
    bool Member, bool MayJoin, bool MayManage, bool MayOwn)
{
    /// <summary>With whom a direct room is.</summary>
    public PersonView? Other { get; init; }

    /// <summary>Whether the reader has blocked them.</summary>
    public bool HasBlocked { get; init; }

    /// <param name="access">What they may do.</param>
    /// <param name="mine">The line that it has in their list.</param>
    /// <param name="blocked">The ids of those whom they have blocked.</param>
    public static RoomState Of(RoomAccess access, RoomListItem mine, IEnumerable<string> blocked) => new(
        access.Room.Id, mine.Name, access.Room.Topic, access.Room.Kind, access.Room.IsArchived, access.Room.IsDefault,
        access.Membership is not null, access.MayJoin, access.MayManage, access.MayOwn)
    {
        Other = mine.Other,
        HasBlocked = mine.Other is { } other && blocked.Contains(other.UserId),
    };

    public RoomState With(RoomView room) => this with { Name = Kind == RoomKind.Direct ? Name : room.Name, Topic = room.Topic, Archived = room.Archived };

    /// <summary>After joining, leaving or a change of role, as <see cref="RoomAccess"/> would say.</summary>
    public RoomState WithRole(RoomRole? role, bool isAdministrator) => this with
    {
        Member = role is not null,
        MayManage = Kind != RoomKind.Direct && (role >= RoomRole.Moderator || isAdministrator),
        MayOwn = Kind != RoomKind.Direct && (role == RoomRole.Owner || isAdministrator),
    };
}
