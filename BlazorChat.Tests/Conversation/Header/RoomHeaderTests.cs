using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation.Header;
using BlazorChat.Web.Features.Invites;
using BlazorChat.Web.Features.Moderation;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using Bunit;
using Xunit;

namespace BlazorChat.Tests.Conversation.Header;

public sealed class RoomHeaderTests : IslandTests
{
    private static readonly RoomState General = new(
        "general", "General", "Everything", Archived: false, IsDefault: true, new RoomRights(RoomKind.Public, RoomRole.Member));

    private static readonly RoomState WithGrace = General with
    {
        Name = "grace",
        Rights = new RoomRights(RoomKind.Direct, RoomRole.Member),
        Other = new PersonView("id-grace", "grace"),
    };

    private static readonly RoomRights Stranger = new(RoomKind.Public, Role: null);

    public RoomHeaderTests()
    {
        Services.AddRooms();
        Services.AddInvites();
        Services.AddModeration();
    }

    [Fact]
    public void Shows_name_topic_and_how_many_belong_to_it()
    {
        var header = Draw(General);

        Assert.Equal("General", header.Find("h1").TextContent.Trim());
        Assert.Equal("Everything", header.Find(".topic").TextContent);
        Assert.Equal("5 members", header.Find("[data-open=members]").GetAttribute("aria-label"));
    }

    [Fact]
    public void A_topic_cannot_be_markup() =>
        Assert.Empty(Draw(General with { Topic = "<script>alert(1)</script>" }).FindAll("script"));

    [Fact]
    public void Members_are_not_asked_to_join() => Assert.Empty(Draw(General).FindAll(".button.primary"));

    [Fact]
    public void Others_may_join() =>
        Assert.Single(Draw(General with { Rights = Stranger }).FindAll(".button.primary[data-room-act=join][data-room=general]"));

    [Fact]
    public void Nobody_joins_an_archived_room() =>
        Assert.Empty(Draw(General with { Rights = Stranger, Archived = true }).FindAll(".button.primary"));

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "1 report")]
    [InlineData(2, "2 reports")]
    public void Says_how_many_reports_wait_to_those_who_keep_order(int open, string? words)
    {
        var header = Draw(General with { Rights = new RoomRights(RoomKind.Public, RoomRole.Moderator), Counts = new Dictionary<string, int> { ["reports"] = open } });

        Assert.Equal(words, header.FindAll(".open-reports[data-dialog=reports]").SingleOrDefault()?.GetAttribute("aria-label"));
    }

    [Theory]
    [InlineData(RoomRole.Member, new[] { "Leave room" })]
    [InlineData(RoomRole.Moderator, new[] { "Room settings", "Invite people", "Reports", "Leave room" })]
    [InlineData(RoomRole.Owner, new[] { "Room settings", "Invite people", "Reports", "Leave room" })]
    public void The_menu_offers_what_I_may(RoomRole role, string[] offered) =>
        Assert.Equal(offered, Offered(General with { Rights = new RoomRights(RoomKind.Public, role) }));

    [Fact]
    public void Who_leaves_a_private_room_is_asked_first() =>
        Assert.Equal(["Leave room…"], Offered(General with { IsDefault = false, Rights = new RoomRights(RoomKind.Private, RoomRole.Member) }));

    [Fact]
    public void A_stranger_has_no_menu() => Assert.Empty(Draw(General with { Rights = Stranger }).FindAll("[role=menu]"));

    [Theory]
    [InlineData(false, "Block grace…")]
    [InlineData(true, "Unblock grace")]
    public void In_a_conversation_of_two_the_other_can_be_blocked_and_nothing_else(bool hasBlocked, string offered) =>
        Assert.Equal([offered], Offered(WithGrace with { HasBlocked = hasBlocked }));

    private IEnumerable<string> Offered(RoomState state) => Draw(state).FindAll("[role=menuitem]").Select(item => item.TextContent.Trim());

    private IRenderedComponent<RoomHeader> Draw(RoomState state) => Render<RoomHeader>(header => header.Add(h => h.Room, state).Add(h => h.MemberCount, 5));
}
