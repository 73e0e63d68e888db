using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation.Members;
using BlazorChat.Web.Features.Rooms;
using Bunit;
using Xunit;

namespace BlazorChat.Tests.Conversation.Members;

public sealed class MemberListTests : IslandTests
{
    [Fact]
    public void Shows_those_who_are_here_first()
    {
        var list = Draw(
            Some.Member("ada", PresenceStatus.Offline), Some.Member("grace", PresenceStatus.Online),
            Some.Member("linus", PresenceStatus.Away), Some.Member("Bob", PresenceStatus.Online));

        Assert.Equal(["Bob", "grace", "linus", "ada"], list.FindAll(".member-name").Select(name => name.TextContent));
    }

    [Fact]
    public void Names_roles_and_says_who_I_am()
    {
        var list = Draw(Some.Member("me", PresenceStatus.Online, RoomRole.Owner));

        Assert.Equal("owner", list.Find(".role").TextContent);
        Assert.Equal("me (you)", list.Find(".member-name").TextContent);
    }

    [Fact]
    public void Tells_presence_in_words_too() =>
        Assert.Equal("away", Draw(Some.Member("ada", PresenceStatus.Away)).Find(".dot").GetAttribute("title"));

    [Fact]
    public void Says_who_is_muted_until_that_is_over()
    {
        var muted = Some.Member("ada", PresenceStatus.Online) with { MutedUntil = Clock.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds() };

        Assert.Equal("muted", Draw(muted).Find(".role").TextContent);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(Draw(muted).FindAll(".role"));
    }

    [Fact]
    public void An_owner_may_step_down_and_a_moderator_does_not_manage_themselves()
    {
        Assert.Single(DrawMe(RoomRole.Owner).FindAll("[aria-label='Manage me']"));
        Assert.Empty(DrawMe(RoomRole.Moderator).FindAll("[aria-label='Manage me']"));

        IRenderedComponent<MemberList> DrawMe(RoomRole role) => Draw(
            new RoomRights(RoomKind.Public, role), Some.Member("me", PresenceStatus.Online, role));
    }

    [Fact]
    public void An_empty_room_says_what_to_do() =>
        Assert.Contains("Join", Draw().Find(".list-empty").TextContent, StringComparison.Ordinal);

    [Fact]
    public void A_member_manages_nobody() =>
        Assert.Empty(Draw(new RoomRights(RoomKind.Public, RoomRole.Member), Some.Member("ada", PresenceStatus.Online)).FindAll(".member-act, [aria-label='Add people']"));

    [Fact]
    public void A_moderator_manages_those_of_lower_rank()
    {
        var list = Draw(
            new RoomRights(RoomKind.Public, RoomRole.Moderator), Some.Member("ada", PresenceStatus.Online),
            Some.Member("grace", PresenceStatus.Online, RoomRole.Moderator), Some.Member("me", PresenceStatus.Online));

        Assert.Equal("Manage ada", Assert.Single(list.FindAll(".member-act")).GetAttribute("aria-label"));
    }

    [Fact]
    public void Everyone_but_myself_can_be_written_to()
    {
        var list = Draw(Some.Member("ada", PresenceStatus.Online), Some.Member("me", PresenceStatus.Online));

        Assert.Equal("Message ada", Assert.Single(list.FindAll(".member-acts button")).GetAttribute("aria-label"));
    }

    [Fact]
    public void Of_many_members_the_first_are_shown_with_the_true_numbers_and_a_way_to_all()
    {
        var list = DrawMany(online: 60, offline: 40);

        Assert.Equal(50, list.FindAll(".member").Count);
        Assert.Equal(["Here 60", "Offline 40"], list.FindAll("section:not([hidden]) h3").Select(title => title.TextContent));
        Assert.Equal("All 100 members", list.Find(".members-all").TextContent);
        Assert.Equal("", list.Find(".members-scroll").GetAttribute("data-cut"));
    }

    [Fact]
    public void Scripts_are_told_whom_I_may_manage()
    {
        Assert.False(DrawManages(RoomRole.Member).HasAttribute("data-manages"));
        Assert.Equal("member", DrawManages(RoomRole.Moderator).GetAttribute("data-manages"));
        Assert.Equal("member moderator owner", DrawManages(RoomRole.Owner).GetAttribute("data-manages"));

        AngleSharp.Dom.IElement DrawManages(RoomRole role) => Draw(new RoomRights(RoomKind.Public, role), Some.Member("ada", PresenceStatus.Online)).Find(".members-scroll");
    }

    private IRenderedComponent<MemberList> DrawMany(int online, int offline) => Draw(
    [
        .. Enumerable.Range(0, online + offline).Select(n => Some.Member($"p{n:00}", n < online ? PresenceStatus.Online : PresenceStatus.Offline)),
    ]);

    private IRenderedComponent<MemberList> Draw(params MemberView[] members) => Draw(default, members);

    private IRenderedComponent<MemberList> Draw(RoomRights rights, params MemberView[] members) => Render<MemberList>(list => list
        .Add(l => l.Members, FirstMembers.Of(members)).Add(l => l.Me, "id-me").Add(l => l.Rights, rights));
}
