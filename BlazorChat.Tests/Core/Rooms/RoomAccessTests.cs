using BlazorChat.Core.Rooms;

namespace BlazorChat.Tests.Core.Rooms;

/// <summary>Who may do what, as a table: s(ee), p(ost), j(oin), m(oderate), M(anage), o(wn).</summary>
public sealed class RoomAccessTests
{
    [Theory]
    [InlineData("public", null, false, "spj   ")]
    [InlineData("public", RoomRole.Member, false, "spj   ")]
    [InlineData("public", RoomRole.Moderator, false, "spjmM ")]
    [InlineData("public", RoomRole.Owner, false, "spjmMo")]
    [InlineData("public", null, true, "spjmMo")]
    [InlineData("public", RoomRole.Member, true, "spjmMo")]
    [InlineData("private", null, false, "      ")]
    [InlineData("private", null, true, "      ")]
    [InlineData("private", RoomRole.Member, false, "sp    ")]
    [InlineData("private", RoomRole.Moderator, false, "sp mM ")]
    [InlineData("private", RoomRole.Owner, false, "sp mMo")]
    [InlineData("private", RoomRole.Member, true, "sp mMo")]
    [InlineData("direct", null, false, "      ")]
    [InlineData("direct", null, true, "      ")]
    [InlineData("direct", RoomRole.Member, false, "sp    ")]
    [InlineData("direct", RoomRole.Member, true, "sp    ")]
    [InlineData("direct", RoomRole.Owner, true, "sp    ")]
    [InlineData("blocked", RoomRole.Member, false, "s     ")]
    [InlineData("archived", null, false, "s j   ")]
    [InlineData("archived", RoomRole.Owner, false, "s jmMo")]
    public void Each_may_do_this_and_no_more(string kind, RoomRole? role, bool isAdministrator, string may)
    {
        var access = Access(kind, role, isAdministrator);

        Assert.Equal(may, string.Concat(
            access.MaySee ? "s" : " ", access.MayPost ? "p" : " ", access.MayJoin ? "j" : " ",
            access.MayModerate ? "m" : " ", access.MayManage ? "M" : " ", access.MayOwn ? "o" : " "));
    }

    [Theory]
    [InlineData(RoomRole.Member, RoomRole.Member, false)]
    [InlineData(RoomRole.Moderator, RoomRole.Member, true)]
    [InlineData(RoomRole.Moderator, RoomRole.Moderator, false)]
    [InlineData(RoomRole.Moderator, RoomRole.Owner, false)]
    [InlineData(RoomRole.Owner, RoomRole.Owner, true)]
    public void Rank_decides_who_changes_whom(RoomRole mine, RoomRole other, bool may)
    {
        var access = Access("private", mine, false);

        Assert.Equal(may, access.MayChange(Membership.Join(access.Room, "grace", other, 0)));
    }

    private static RoomAccess Access(string kind, RoomRole? role, bool isAdministrator)
    {
        var (name, topic) = (RoomName.Parse("Room").Value, RoomTopic.Parse("").Value);
        var room = kind switch
        {
            "private" => Room.CreatePrivate(name, topic, 0),
            "direct" or "blocked" => Room.CreateDirect(DirectPair.Of("ada", "grace"), 0),
            _ => Room.CreatePublic(RoomSlug.Parse("room").Value, name, topic, 0),
        };
        if (kind == "archived")
            room.Archive(1);
        return new RoomAccess(room, role is null ? null : Membership.Join(room, "ada", role.Value, 0), isAdministrator)
        {
            IsBlocked = kind == "blocked",
        };
    }
}
