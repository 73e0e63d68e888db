using System.Text.Json;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation.Rooms;
using BlazorChat.Web.Islands;
using Bunit;
using MudBlazor;
using Xunit;

namespace BlazorChat.Tests.Conversation.Rooms;

public sealed class RoomMenuTests : IslandTests
{
    private readonly IRenderedComponent<MudPopoverProvider> popovers;

    public RoomMenuTests() => popovers = Render<MudPopoverProvider>();

    [Fact]
    public async Task Offers_what_changes_how_much_I_hear_of_the_room()
    {
        await OpenAsync(Some.Room("General", unread: 2));

        Assert.Equal(
            ["Pin to the top", "Turn off notifications, except mentions", "Notify of every message (chosen)", "Notify of mentions only", "Notify of nothing", "Mark as read"],
            Items.Select(item => item.TextContent.Trim()));
    }

    [Fact]
    public async Task Offers_the_way_back()
    {
        await OpenAsync(Some.Room("General") with { Pinned = true, NotificationsOff = true, Notify = NotificationLevel.Nothing });

        Assert.Equal(["Unpin", "Turn on notifications"], Items.Take(2).Select(item => item.TextContent.Trim()));
        Assert.Contains("Notify of nothing (chosen)", Items.Select(item => item.TextContent.Trim()));
    }

    [Fact]
    public async Task What_is_chosen_is_asked_for()
    {
        var asked = Module.Setup<ApiAnswer?>("request", _ => true).SetResult(new ApiAnswer(204, null, null));
        await OpenAsync(Some.Room("General"));

        await Items.Single(item => item.TextContent.Contains("mentions only", StringComparison.Ordinal)).ClickAsync(new());

        var arguments = asked.Invocations.Last(invocation => (string?)invocation.Arguments[0] == "PUT").Arguments;
        Assert.Equal("/chat/room/general/preferences", arguments[1]);
        Assert.Equal("""{"notify":"mentions"}""", JsonSerializer.Serialize(arguments[2]));
    }

    [Fact]
    public async Task Why_something_was_not_done_is_said_in_the_list()
    {
        Module.Setup<ApiAnswer?>("request", _ => true).SetResult(new ApiAnswer(503, JsonSerializer.SerializeToElement(new { detail = "Not now." }), null));
        var list = await OpenAsync(Some.Room("General"));

        await Items.First().ClickAsync(new());

        Assert.Equal("Not now.", list.Find("[role=alert]").TextContent);
    }

    private IEnumerable<AngleSharp.Dom.IElement> Items => popovers.FindAll(".mud-menu-item");

    private async Task<IRenderedComponent<RoomList>> OpenAsync(RoomListItem room)
    {
        var list = Render<RoomList>(l => l.Add(x => x.Rooms, [room]).Add(x => x.RoomId, "elsewhere").Add(x => x.Me, "id-me"));
        await list.Find(".room-act").ClickAsync(new());
        return list;
    }
}
