using BlazorChat.Core.Rooms;

namespace BlazorChat.Web.Conversation;

/// <summary>What one person may do about a room's members, as <see cref="RoomAccess"/> says; the server asks it again.</summary>
/// <param name="MayManage">Add people, and remove those of lower rank.</param>
/// <param name="MayOwn">Hand out any role, remove anyone.</param>
/// <param name="Role">Their own role; null if they are no member.</param>
public sealed record MemberRights(bool MayManage, bool MayOwn, RoomRole? Role)
{
    public static MemberRights None { get; } = new(MayManage: false, MayOwn: false, Role: null);

    public static MemberRights Of(RoomAccess access) => new(access.MayManage, access.MayOwn, access.Membership?.Role);

    public bool MayChange(RoomRole other) => MayOwn || (MayManage && other < Role);
}
