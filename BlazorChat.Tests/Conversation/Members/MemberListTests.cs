using System.Text.Json;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation.Members;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Islands;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task Moves_someone_who_comes()
    {
        var list = Draw(Some.Member("ada", PresenceStatus.Online), Some.Member("grace", PresenceStatus.Offline));

        await TellAsync(list, "presence", """{"user_id":"id-grace","status":"online"}""");

        Assert.Equal("Here 2", list.Find("section:not([hidden]) h3").TextContent);
    }

    [Fact]
    public async Task Drops_someone_who_leaves()
    {
        var list = Draw(Some.Member("ada", PresenceStatus.Online), Some.Member("grace", PresenceStatus.Online));

        await TellAsync(list, "member", """{"room_id":"general","user_id":"id-grace","username":"grace","role":null}""");

        Assert.Equal("ada", Assert.Single(list.FindAll(".member-name")).TextContent);
    }

    [Fact]
    public async Task Follows_a_new_role()
    {
        var list = Draw(Some.Member("ada", PresenceStatus.Online));

        await TellAsync(list, "member", """{"room_id":"general","user_id":"id-ada","username":"ada","role":"moderator"}""");

        Assert.Equal("moderator", list.Find(".role").TextContent);
    }

    [Fact]
    public async Task Says_who_is_muted_until_that_is_over()
    {
        var list = Draw(Some.Member("ada", PresenceStatus.Online));
        var until = Clock.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds();
        var muted = $$"""{"room_id":"general","user_id":"id-ada","username":"ada","role":"member","silenced_until":{{until}}}""";

        await TellAsync(list, "member", muted);
        Assert.Equal("muted", list.Find(".role").TextContent);
        Clock.Advance(TimeSpan.FromMinutes(1));
        list.Render();

        Assert.Empty(list.FindAll(".role"));
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
    public async Task Writing_to_someone_leads_into_the_room_of_us_two()
    {
        Module.Setup<ApiAnswer?>("request", _ => true).SetResult(new ApiAnswer(201, JsonSerializer.SerializeToElement(new { id = "direct-1" }), null));
        var list = Draw(Some.Member("ada", PresenceStatus.Online));

        await list.Find("[aria-label='Message ada']").ClickAsync(new());

        Assert.EndsWith("/room/direct-1", Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_I_cannot_write_to_is_said_where_I_tried()
    {
        Module.Setup<ApiAnswer?>("request", _ => true).SetResult(new ApiAnswer(403, JsonSerializer.SerializeToElement(new { detail = "You cannot." }), null));
        var list = Draw(Some.Member("ada", PresenceStatus.Online));

        await list.Find("[aria-label='Message ada']").ClickAsync(new());

        Assert.Equal("You cannot.", list.Find("[role=alert]").TextContent);
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

    [Theory]
    [InlineData("presence", """{"user_id":"id-p99","status":"online"}""")]
    [InlineData("member", """{"room_id":"general","user_id":"id-p99","username":"p99","role":null}""")]
    [InlineData("member", """{"room_id":"general","user_id":"id-new","username":"new","role":"member"}""")]
    [InlineData("reset", "null")]
    public async Task Of_many_members_the_first_are_asked_for_again_when_they_may_be_others(string name, string json)
    {
        Module.Setup<ApiAnswer?>("request", call => call.Arguments[1] is "/chat/room/general/members?limit=50").SetResult(new ApiAnswer(200, JsonSerializer.SerializeToElement(new
        {
            members = new[] { new { user_id = "id-p99", username = "p99", role = "member", status = "online" } }, counts = new { online = 61, away = 0, offline = 39 },
        }), null));
        var list = DrawMany(online: 60, offline: 40);

        await TellAsync(list, name, json);

        Assert.Equal("p99", Assert.Single(list.FindAll(".member-name")).TextContent);
        Assert.Equal(["Here 61", "Offline 39"], list.FindAll("section:not([hidden]) h3").Select(title => title.TextContent));
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
        .Add(l => l.RoomId, "general").Add(l => l.Members, FirstMembers.Of(members)).Add(l => l.Me, "id-me").Add(l => l.Rights, rights));
}
