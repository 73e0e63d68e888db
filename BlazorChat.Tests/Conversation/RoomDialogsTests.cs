using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using Bunit;
using MudBlazor;
using Xunit;

namespace BlazorChat.Tests.Conversation;

public sealed class RoomDialogsTests : DialogTests
{
    private static readonly RoomState withGrace = new("direct-1", "grace", "", Archived: false, IsDefault: false, new RoomRights(RoomKind.Direct, RoomRole.Member))
    {
        Other = new PersonView("id grace", "grace"),
    };

    private static readonly RoomState secret = new("secret", "Secret", "", Archived: false, IsDefault: false, new RoomRights(RoomKind.Private, RoomRole.Moderator));

    [Theory]
    [InlineData("""{"dialog":"create","name":"Harbour"}""", "New room")]
    [InlineData("""{"dialog":"browse"}""", "Browse rooms")]
    [InlineData("""{"dialog":"write"}""", "New message")]
    [InlineData("""{"dialog":"add"}""", "Add people")]
    [InlineData("""{"dialog":"members"}""", "Members")]
    [InlineData("""{"dialog":"leave"}""", "Leave Secret?")]
    public async Task Opens_the_dialog_that_a_button_of_the_page_asks_for(string asked, string title) =>
        Assert.Equal(title, (await AskAsync(secret, asked)).Find(".mud-dialog-title").TextContent.Trim());

    [Fact]
    public async Task A_new_room_is_called_what_somebody_looked_for() =>
        Assert.Equal("Harbour", (await AskAsync(secret, """{"dialog":"create","name":"Harbour"}""")).Find("input").GetAttribute("value"));

    [Fact]
    public async Task Who_blocks_is_asked_first()
    {
        ApiAnswer(204);
        var dialog = await AskAsync(withGrace, """{"dialog":"block"}""");
        Assert.Empty(Acts);

        await dialog.FindAll("button").Single(button => button.TextContent.Trim() == "Block").ClickAsync(new());

        Assert.Equal(("PUT", "/chat/blocks/id%20grace", "null"), Acts.Single());
    }

    [Theory]
    [InlineData("member", true)]
    [InlineData("moderator", false)]
    public async Task Somebody_is_managed_by_who_may(string role, bool opens)
    {
        ApiAnswer(200, new { members = new[] { new { user_id = "id-ada", username = "ada", role, status = "online" } }, counts = new { online = 1, away = 0, offline = 0 } });

        var dialogs = await AskAsync(secret, """{"dialog":"member","user_id":"id-ada"}""");

        Assert.Equal(opens ? ["ada"] : [], dialogs.FindAll(".mud-dialog-title").Select(title => title.TextContent.Trim()));
    }

    [Fact]
    public async Task Why_somebody_cannot_be_managed_is_said()
    {
        ApiAnswer(503, new { detail = "Not now." });

        await AskAsync(secret, """{"dialog":"member","user_id":"id-ada"}""");

        Assert.Equal("Not now.", Assert.Single(Module.Invocations["say"]).Arguments[0]);
    }

    private async Task<IRenderedComponent<MudDialogProvider>> AskAsync(RoomState room, string asked)
    {
        var dialogs = Render<MudDialogProvider>();
        await TellAsync(Render<RoomDialogs>(one => one.Add(d => d.Shown, room).Add(d => d.Me, "id-me")), "dialog", asked);
        return dialogs;
    }
}
