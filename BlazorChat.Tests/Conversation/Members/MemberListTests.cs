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

    private IRenderedComponent<MemberList> Draw(params MemberView[] members) => Draw(default, members);

    private IRenderedComponent<MemberList> Draw(RoomRights rights, params MemberView[] members) => Render<MemberList>(list => list
        .Add(l => l.RoomId, "general").Add(l => l.Members, members).Add(l => l.Me, "id-me").Add(l => l.Rights, rights));
}
