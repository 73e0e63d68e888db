using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation;
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
    }

    [Fact]
    public void It_stands_in_the_menu_where_its_order_says() =>
        Assert.Equal(["settings", "pins", "invites"], Render<RoomHeader>(header => header.Add(h => h.Room, General(RoomRole.Moderator)).Add(h => h.MemberCount, 5))
            .FindAll("[role=menuitem][data-dialog]").Select(item => item.GetAttribute("data-dialog")));

    [Theory]
    [InlineData(RoomRole.Owner, new[] { "general for id-me" })]
    [InlineData(RoomRole.Member, new string[0])]
    public async Task It_opens_its_own_dialog_where_it_is_offered(RoomRole role, string[] wanted)
    {
        await TellAsync(Render<RoomDialogs>(one => one.Add(d => d.Shown, General(role)).Add(d => d.Me, "id-me")), "dialog", """{"dialog":"pins"}""");

        Assert.Equal(wanted, opened);
    }

    private static RoomState General(RoomRole role) =>
        new("general", "General", "", Archived: false, IsDefault: true, new RoomRights(RoomKind.Public, role));
}
