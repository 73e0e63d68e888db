using BlazorChat.Core.Rooms;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>A room as its header shows it to one person: what it is, and what they may do with it.</summary>
public sealed record RoomState(
    string Id, string Name, string Topic, RoomKind Kind, bool Archived, bool IsDefault,
    bool Member, bool MayJoin, bool MayManage, bool MayOwn)
{
    /// <param name="access">What they may do.</param>
    /// <param name="name">What they call it.</param>
    public static RoomState Of(RoomAccess access, string name) => new(
        access.Room.Id, name, access.Room.Topic, access.Room.Kind, access.Room.IsArchived, access.Room.IsDefault,
        access.Membership is not null, access.MayJoin, access.MayManage, access.MayOwn);

    public RoomState With(RoomView room) => this with { Name = Kind == RoomKind.Direct ? Name : room.Name, Topic = room.Topic, Archived = room.Archived };

    /// <summary>After joining, leaving or a change of role, as <see cref="RoomAccess"/> would say.</summary>
    public RoomState WithRole(RoomRole? role, bool isAdministrator) => this with
    {
        Member = role is not null,
        MayManage = Kind != RoomKind.Direct && (role >= RoomRole.Moderator || isAdministrator),
        MayOwn = Kind != RoomKind.Direct && (role == RoomRole.Owner || isAdministrator),
    };
}
