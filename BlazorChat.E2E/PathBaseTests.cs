using BlazorChat.E2E.Hosting;
using BlazorChat.Load;
using BlazorChat.Load.Client;
using static BlazorChat.E2E.Hosting.Samples;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class PathBaseTests(Chat chat)
{
    [Fact]
    public async Task Two_people_talk_and_share_a_picture_below_a_path_of_the_host()
    {
        await using var server = new ChatProcess(new Dictionary<string, string>(ChatProcess.WithoutLimits) { ["Chat__PathBase"] = "/chat-app" });
        await server.StartAsync();
        var there = new PersonOptions(Via: new Uri(server.Address, "/chat-app/"));
        await using var ada = await chat.SignUpAsync("ada", there);
        await using var grace = await chat.SignUpAsync("grace", there);
        var room = await ada.CreateRoomAsync("Below");
        await grace.OpenAsync(room);

        await ada.Room.SayAsync("Can you see me?");
        await Expect(grace.Room.Message("Can you see me?")).ToBeVisibleAsync();
        await grace.Files.ShareAsync(await PictureAsync(grace, "harbour.png"));
        await Expect(ada.Files.Pictures.Locator("img")).ToBeVisibleAsync();
        await ada.Page.WaitForFunctionAsync("() => document.querySelector('chat-timeline a.picture img').naturalWidth > 0");
        await ada.Files.Pictures.ClickAsync();
        await Expect(ada.Files.Lightbox).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Escape");

        // By a link of the list.
        await ada.Room.IsInteractiveAsync();
        await ada.Room.Link("general").ClickAsync();
        await ada.Page.IsAtAsync("/chat-app/room/general");
        await Expect(ada.Page.Locator("chat-composer[data-room=general]")).ToBeVisibleAsync();
        await ada.Room.SayAsync("Here, too");
        await Expect(ada.Room.Message("Here, too")).ToBeVisibleAsync();
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
    }
}
