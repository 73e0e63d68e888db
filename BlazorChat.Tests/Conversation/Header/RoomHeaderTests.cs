using System.Text.Json;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation.Header;
using BlazorChat.Web.Features.Invites;
using BlazorChat.Web.Features.Moderation;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Islands;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
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

    private readonly IRenderedComponent<MudPopoverProvider> popovers;

    public RoomHeaderTests()
    {
        Services.AddRooms();
        Services.AddInvites();
        Services.AddModeration();
        popovers = Render<MudPopoverProvider>();
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
    public void Others_may_join()
    {
        var header = Draw(General with { Rights = Stranger });

        header.Find(".button.primary").Click();

        Assert.Equal(["POST", "/chat/room/general/join", null], Module.VerifyInvoke("request").Arguments);
    }

    [Fact]
    public void Nobody_joins_an_archived_room() =>
        Assert.Empty(Draw(General with { Rights = Stranger, Archived = true }).FindAll(".button.primary"));

    [Fact]
    public void Says_why_joining_failed()
    {
        var problem = JsonSerializer.SerializeToElement(new { detail = "Not today." });
        Module.Setup<ApiAnswer?>("request", _ => true).SetResult(new ApiAnswer(403, problem, null));
        var header = Draw(General with { Rights = Stranger });

        header.Find(".button.primary").Click();

        Assert.Equal("Not today.", header.Find("[role=alert]").TextContent);
    }

    [Fact]
    public async Task Asks_no_more_once_I_belong_to_it()
    {
        var header = Draw(General with { Rights = Stranger });

        await TellAsync(header, "member", """{"room_id":"general","user_id":"id-me","username":"me","role":"member"}""");

        Assert.Empty(header.FindAll(".button.primary"));
    }

    [Fact]
    public async Task Follows_a_new_name_and_topic()
    {
        var header = Draw(General);

        await TellAsync(header, "room", """{"room_id":"general","room":{"id":"general","name":"Lobby","topic":"","kind":"public","last_message_at":null,"archived":false}}""");

        Assert.Equal("Lobby", header.Find("h1").TextContent.Trim());
        Assert.Empty(header.FindAll(".topic"));
    }

    [Fact]
    public async Task Asks_for_the_page_anew_when_the_room_is_archived()
    {
        var header = Draw(General);
        var visits = Services.GetRequiredService<BunitNavigationManager>().History;

        await TellAsync(header, "room", """{"room_id":"general","room":{"id":"general","name":"General","topic":"","kind":"public","last_message_at":null,"archived":true}}""");

        Assert.Single(visits);
    }

    [Fact]
    public async Task Asks_for_the_page_anew_when_others_may_post()
    {
        var header = Draw(General);
        var visits = Services.GetRequiredService<BunitNavigationManager>().History;

        await TellAsync(header, "room", """{"room_id":"general","room":{"id":"general","name":"General","topic":"","kind":"public","last_message_at":null,"archived":false,"posting":"moderators"}}""");

        Assert.Single(visits);
    }

    [Fact]
    public async Task Asks_for_the_page_anew_when_I_am_muted_and_when_that_is_over()
    {
        var header = Draw(General);
        var visits = 0;
        Services.GetRequiredService<BunitNavigationManager>().LocationChanged += (_, _) => visits++;
        var until = Clock.GetUtcNow().AddMinutes(10).ToUnixTimeMilliseconds();

        await TellAsync(header, "silence", $$"""{"room_id":"general","user_id":"id-me","until":{{until}}}""");
        Assert.Equal(1, visits);
        Clock.Advance(TimeSpan.FromMinutes(10));

        await header.InvokeAsync(() => Assert.Equal(2, visits));
    }

    [Fact]
    public async Task Says_how_many_reports_wait_to_those_who_keep_order()
    {
        var header = Draw(General with { Rights = new RoomRights(RoomKind.Public, RoomRole.Moderator), Counts = new Dictionary<string, int> { ["reports"] = 1 } });

        await TellAsync(header, "report", """{"room_id":"general","open":2}""");
        Assert.Equal("2 reports", header.Find(".open-reports").GetAttribute("aria-label"));
        await TellAsync(header, "report", """{"room_id":"general","open":0}""");
        Assert.Empty(header.FindAll(".open-reports"));
    }

    [Fact]
    public async Task Leads_away_from_a_room_that_is_gone()
    {
        var header = Draw(General);

        await TellAsync(header, "room", """{"room_id":"general","room":null}""");

        Assert.Equal("./", Assert.Single(Services.GetRequiredService<BunitNavigationManager>().History).Uri);
    }

    [Theory]
    [InlineData(RoomRole.Member, new[] { "Leave room" })]
    [InlineData(RoomRole.Moderator, new[] { "Room settings", "Invite people", "Reports", "Leave room" })]
    [InlineData(RoomRole.Owner, new[] { "Room settings", "Invite people", "Reports", "Leave room" })]
    public async Task The_menu_offers_what_I_may(RoomRole role, string[] offered)
    {
        var header = Draw(General with { Rights = new RoomRights(RoomKind.Public, role) });

        await header.Find(".room-menu button").ClickAsync(new());

        Assert.Equal(offered, popovers.FindAll(".mud-menu-item").Select(item => item.TextContent.Trim()));
    }

    [Theory]
    [InlineData(false, "Block grace…")]
    [InlineData(true, "Unblock grace")]
    public async Task In_a_conversation_of_two_the_other_can_be_blocked_and_nothing_else(bool hasBlocked, string offered)
    {
        var header = Draw(WithGrace with { HasBlocked = hasBlocked });

        await header.Find(".room-menu button").ClickAsync(new());

        Assert.Equal([offered], popovers.FindAll(".mud-menu-item").Select(item => item.TextContent.Trim()));
    }

    [Fact]
    public async Task Asks_for_the_page_anew_when_I_block_the_other()
    {
        var header = Draw(WithGrace);

        await TellAsync(header, "block", """{"user_id":"id-linus","blocked":true}""");
        Assert.Empty(Services.GetRequiredService<BunitNavigationManager>().History);
        await TellAsync(header, "block", """{"user_id":"id-grace","blocked":true}""");
        Assert.Single(Services.GetRequiredService<BunitNavigationManager>().History);
    }

    [Fact]
    public async Task Asks_for_the_page_anew_when_the_other_is_gone()
    {
        var header = Draw(WithGrace);

        await TellAsync(header, "room", """{"room_id":"general","room":{"id":"general","name":"","topic":"","kind":"direct","last_message_at":null,"archived":false,"users":[{"user_id":"id-me","username":"me"},{"user_id":"id-grace","username":"grace","gone":true}]}}""");

        Assert.Single(Services.GetRequiredService<BunitNavigationManager>().History);
    }

    [Fact]
    public async Task Calls_the_other_as_they_are_called_now()
    {
        var header = Draw(WithGrace);

        await TellAsync(header, "profile", """{"room_id":"general","user_id":"id-grace","username":"grace","display_name":"Amazing Grace","status_text":"","avatar_url":null}""");

        Assert.Equal("Amazing Grace", header.Find("h1").TextContent.Trim());
    }

    [Fact]
    public async Task Leads_away_when_the_room_went_out_of_sight_unheard()
    {
        var header = Draw(General with { Rights = new RoomRights(RoomKind.Private, RoomRole.Member) });
        Module.Setup<ApiAnswer?>("request", call => call.Arguments[1] is "/chat/room/general").SetResult(new ApiAnswer(404, null, null));

        await TellAsync(header, "reset", "{}");

        Assert.Equal("./", Assert.Single(Services.GetRequiredService<BunitNavigationManager>().History).Uri);
    }

    [Fact]
    public async Task A_conversation_of_two_keeps_the_name_that_I_have_for_it()
    {
        var header = Draw(WithGrace);

        await TellAsync(header, "room", """{"room_id":"general","room":{"id":"general","name":"","topic":"","kind":"direct","last_message_at":null,"archived":false}}""");

        Assert.Equal("grace", header.Find("h1").TextContent.Trim());
    }

    [Fact]
    public async Task A_conversation_of_two_follows_the_others_new_name()
    {
        var header = Draw(WithGrace);

        await TellAsync(header, "profile", """{"room_id":"general","user_id":"id-grace","username":"grace","display_name":"Grace Hopper","status_text":"","avatar_url":null}""");

        Assert.Equal("Grace Hopper", header.Find("h1").TextContent.Trim());
    }

    [Fact]
    public async Task After_a_reset_it_learns_what_changed_and_asks_for_the_page_anew()
    {
        Answers("/chat/room/general", """{"id":"general","name":"Generals","topic":"All","kind":"public","member":true,"role":"moderator","unread":0,"archived":false,"posting":"moderators"}""");
        Answers("/chat/room/general/members?user_id=id-me",
            """{"members":[{"user_id":"id-me","username":"me","role":"moderator","status":"online","silenced_until":4102444800000}],"counts":{"online":1,"away":0,"offline":0}}""");
        var header = Draw(General);

        await TellAsync(header, "reset", "{}");

        Assert.Equal("Generals", header.Find("h1").TextContent.Trim());
        Assert.Equal("1 member", header.Find("[data-open=members]").GetAttribute("aria-label"));
        Assert.Single(Services.GetRequiredService<BunitNavigationManager>().History);
        await header.Find(".room-menu button").ClickAsync(new());
        Assert.Contains("Room settings", popovers.FindAll(".mud-menu-item").Select(item => item.TextContent.Trim()));
    }

    [Fact]
    public async Task After_a_reset_a_room_that_is_gone_is_left()
    {
        Module.Setup<ApiAnswer?>("request", _ => true).SetResult(new ApiAnswer(404, null, null));
        var header = Draw(General);

        await TellAsync(header, "reset", "{}");

        Assert.EndsWith("/", Services.GetRequiredService<BunitNavigationManager>().History.Single().Uri, StringComparison.Ordinal);
    }

    private void Answers(string url, string json) => Module
        .Setup<ApiAnswer?>("request", call => (string?)call.Arguments[1] == url)
        .SetResult(new ApiAnswer(200, JsonSerializer.Deserialize<JsonElement>(json), null));

    private IRenderedComponent<RoomHeader> Draw(RoomState state) => Render<RoomHeader>(header => header
        .Add(h => h.State, state).Add(h => h.MemberCount, 5).Add(h => h.Me, "id-me"));
}
