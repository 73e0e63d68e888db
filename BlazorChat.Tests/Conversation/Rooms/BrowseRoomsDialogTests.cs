using System.Text.Json;
using BlazorChat.Web.Conversation.Rooms;
using BlazorChat.Web.Islands;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Xunit;

namespace BlazorChat.Tests.Conversation.Rooms;

public sealed class BrowseRoomsDialogTests : IslandTests
{
    [Fact]
    public async Task Shows_what_each_room_is_about_and_how_many_are_there()
    {
        var dialog = await OpenAsync(Found("general", "", 1, member: true), Found("bikes", "Two wheels", 3, member: false));

        Assert.Equal(["You can join", "You are in"], dialog.FindAll(".browse h3").Select(title => title.TextContent));
        Assert.Equal(["3 members · Two wheels", "1 member"], dialog.FindAll(".found-topic").Select(about => about.TextContent));
        Assert.Equal(
            ["Look into bikes", "Join bikes", "Look into general", "Open general"],
            dialog.FindAll(".found-room button").Select(button => button.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task Joining_leads_into_the_room()
    {
        var dialog = await OpenAsync(Found("bikes", "", 3, member: false));

        await dialog.Find("[aria-label='Join bikes']").ClickAsync(new());

        Assert.Equal("bikes", Assert.Single(Module.Invocations["goToRoom"]).Arguments[0]);
        Assert.Contains(Module.Invocations["request"], asked => (string?)asked.Arguments[1] == "/chat/room/bikes/join");
    }

    private static object Found(string name, string topic, int members, bool member) => new { id = name, name, topic, members, member };

    private async Task<IRenderedComponent<MudDialogProvider>> OpenAsync(params object[] rooms)
    {
        Module.Setup<ApiAnswer?>("request", _ => true).SetResult(new ApiAnswer(200, JsonSerializer.SerializeToElement(new { rooms }), null));
        var provider = Render<MudDialogProvider>();
        await provider.InvokeAsync(() => Services.GetRequiredService<IDialogService>().ShowAsync<BrowseRoomsDialog>("Browse rooms"));
        return provider;
    }
}
