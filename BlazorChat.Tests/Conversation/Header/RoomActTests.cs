using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation.Header;
using BlazorChat.Web.Features.Invites;
using BlazorChat.Web.Features.Rooms;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Xunit;

namespace BlazorChat.Tests.Conversation.Header;

/// <summary>What any feature may put into the header of a room.</summary>
public sealed class RoomActTests : IslandTests
{
    private readonly IRenderedComponent<MudPopoverProvider> popovers;
    private readonly List<string> opened = [];

    public RoomActTests()
    {
        Services.AddInvites();
        Services.AddRooms();
        Services.AddSingleton(new RoomAct("pins", "Pins", Icons.Material.Rounded.PushPin, 15, room => room.Rights.MayManage, (_, room, me) =>
        {
            opened.Add($"{room.Id} for {me}");
            return Task.CompletedTask;
        }));
        popovers = Render<MudPopoverProvider>();
    }

    [Fact]
    public async Task It_stands_where_its_order_says_and_opens_its_own_dialog()
    {
        await Draw(RoomRole.Moderator).Find(".room-menu button").ClickAsync(new());
        var items = popovers.FindAll(".mud-menu-item");
        Assert.Equal(["Room settings", "Pins", "Invite people"], items.Take(3).Select(item => item.TextContent.Trim()));

        await items[1].ClickAsync(new());

        Assert.Equal(["general for id-me"], opened);
    }

    [Fact]
    public async Task A_script_opens_it_where_it_is_offered()
    {
        await TellAsync(Draw(RoomRole.Owner), "dialog", """{"dialog":"pins"}""");

        Assert.Single(opened);
    }

    [Fact]
    public async Task A_script_does_not_open_it_where_it_is_not_offered()
    {
        await TellAsync(Draw(RoomRole.Member), "dialog", """{"dialog":"pins"}""");

        Assert.Empty(opened);
    }

    private IRenderedComponent<RoomHeader> Draw(RoomRole role) => Render<RoomHeader>(header => header
        .Add(h => h.State, new RoomState("general", "General", "", Archived: false, IsDefault: true, new RoomRights(RoomKind.Public, role)))
        .Add(h => h.MemberCount, 5).Add(h => h.Me, "id-me"));
}
