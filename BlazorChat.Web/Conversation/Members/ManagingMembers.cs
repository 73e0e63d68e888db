using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.Rooms;

namespace BlazorChat.Web.Conversation.Members;

internal static class ManagingMembers
{
    /// <summary>Whether I may mute or remove somebody, or give them another role; for myself, whether I may step down.</summary>
    public static bool MayManage(this RoomRights rights, MemberView member, string me) =>
        member.UserId == me ? rights.MayStepDown : rights.MayChange(member.Role);

    /// <summary>The roles of those whom I may manage, for scripts: profile cards are also of people who are not in the list. Null: nobody.</summary>
    public static string? Manages(this RoomRights rights)
    {
        var roles = Enum.GetValues<RoomRole>().Where(role => rights.MayChange(role)).Select(role => role.ToString().ToLowerInvariant());
        return string.Join(' ', roles) is { Length: > 0 } some ? some : null;
    }
}
