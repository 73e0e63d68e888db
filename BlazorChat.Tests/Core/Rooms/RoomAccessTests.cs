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
    [InlineData("deserted", RoomRole.Member, false, "s     ")]
    [InlineData("archived", null, false, "s j   ")]
    [InlineData("archived", RoomRole.Owner, false, "s jmMo")]
    public void Each_may_do_this_and_no_more(string kind, RoomRole? role, bool isAdministrator, string may)
    {
        var access = Access(kind, role, isAdministrator);

        Assert.Equal(may, string.Concat(
            access.MaySee ? "s" : " ", access.MayPost(0) ? "p" : " ", access.MayJoin ? "j" : " ",
            access.MayModerate ? "m" : " ", access.MayManage ? "M" : " ", access.MayOwn ? "o" : " "));
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(RoomRole.Member, false, false)]
    [InlineData(RoomRole.Moderator, false, true)]
    [InlineData(RoomRole.Owner, false, true)]
    [InlineData(null, true, true)]
    public void Where_only_moderators_post_the_others_read(RoomRole? role, bool isAdministrator, bool may)
    {
        var access = Access("public", role, isAdministrator);
        access.Room.LetPost(RoomPosting.Moderators);

        Assert.Equal((true, may), (access.MaySee, access.MayPost(0)));
    }

    [Fact]
    public void The_muted_read_until_it_is_over()
    {
        var access = Access("public", RoomRole.Member, false);
        access = access with { Mute = Mute.Impose(access.Room.Id, "ada", MuteTerms.Parse(60, null).Value, "grace", 0) };

        Assert.Equal((true, "silenced", 60_000L), (access.MaySee, access.RefusePosting(59_999)?.Code, access.MutedUntil(59_999)));
        Assert.Equal((true, null), (access.MayPost(60_000), access.MutedUntil(60_000)));
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

    [Theory]
    [InlineData(RoomRole.Owner, RoomRole.Owner, RoomRole.Member, true)]
    [InlineData(RoomRole.Moderator, RoomRole.Member, null, true)]
    [InlineData(RoomRole.Moderator, RoomRole.Moderator, null, false)]
    [InlineData(RoomRole.Moderator, RoomRole.Member, RoomRole.Moderator, false)]
    [InlineData(RoomRole.Member, RoomRole.Member, null, false)]
    public void Only_owners_hand_out_ranks(RoomRole mine, RoomRole given, RoomRole? before, bool may) =>
        Assert.Equal(may, new RoomRights(RoomKind.Private, mine).MayGive(given, before));

    [Theory]
    [InlineData(RoomKind.Private, RoomRole.Member, true)]
    [InlineData(RoomKind.Public, null, false)]
    [InlineData(RoomKind.Direct, RoomRole.Member, false)]
    public void Members_leave_but_not_a_direct_conversation(RoomKind kind, RoomRole? role, bool may) =>
        Assert.Equal(may, new RoomRights(kind, role).MayLeave);

    private static RoomAccess Access(string kind, RoomRole? role, bool isAdministrator)
    {
        var (name, topic) = (RoomName.Parse("Room").Value, RoomTopic.Parse("").Value);
        var room = kind switch
        {
            "private" => Room.CreatePrivate(name, topic, 0),
            "direct" or "blocked" or "deserted" => Room.CreateDirect(DirectPair.Of("ada", "grace"), 0),
            _ => Room.CreatePublic(RoomSlug.Parse("room").Value, name, topic, 0),
        };
        if (kind == "archived")
            room.Archive(1);
        return new RoomAccess(room, role is null ? null : Membership.Join(room, "ada", role.Value, 0), isAdministrator)
        {
            IsBlocked = kind == "blocked",
            IsDeserted = kind == "deserted",
        };
    }
}
