using BlazorChat.Web.Conversation.Header;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BlazorChat.Tests.Conversation.Header;

public sealed class RoomTabsTests : BunitContext
{
    private static readonly RoomTab First = new("first", "First", 1, typeof(Icon));

    private static readonly RoomTab Second = new("second", "Second", 2, typeof(Icon));

    public RoomTabsTests() => Services.AddSingleton(Second).AddSingleton(First);

    [Fact]
    public void The_messages_stand_first_and_then_what_features_register_in_their_order() => Assert.Equal(
        [("room/general", "Messages"), ("room/general/first", "First"), ("room/general/second", "Second")],
        Draw(null).FindAll("a").Select(link => (link.GetAttribute("href")!, link.TextContent)));

    [Fact]
    public void Only_the_one_on_the_screen_is_the_current_one()
    {
        Assert.Equal("Messages", Draw(null).Find("[aria-current=page]").TextContent);
        Assert.Equal("Second", Draw(Second).Find("[aria-current=page]").TextContent);
    }

    private IRenderedComponent<RoomTabs> Draw(RoomTab? shown) =>
        Render<RoomTabs>(tabs => tabs.Add(t => t.RoomId, "general").Add(t => t.Shown, shown));
}
