using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class PresenceTests(Chat chat)
{
    [Fact]
    public async Task Typing_is_seen_and_goes_when_the_message_comes()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Typing");
        await ada.Room.IsInteractiveAsync();
        await grace.OpenAsync(room);

        await ada.Room.SeesTypingAsync($"{grace.Name} is typing", () => grace.Room.Composer.PressSequentiallyAsync("hello"));
        await grace.Room.Composer.PressAsync("Enter");

        await Expect(ada.Room.Message("hello")).ToBeVisibleAsync();
        await Expect(ada.Room.Typing).Not.ToContainTextAsync("is typing", new() { UseInnerText = true });
    }

    [Fact]
    public async Task Typing_goes_by_itself_after_a_while()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Typing");
        await ada.Room.IsInteractiveAsync();
        await grace.OpenAsync(room);

        await ada.Room.SeesTypingAsync($"{grace.Name} is typing", () => grace.Room.Composer.PressSequentiallyAsync("hm"));

        await Expect(ada.Room.Typing).Not.ToContainTextAsync("is typing", new() { UseInnerText = true });
    }

    [Fact]
    public async Task Presence_follows_the_open_page()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Presence");
        await ada.Room.IsInteractiveAsync();
        await using var grace = await chat.SignUpAsync("grace");
        await grace.OpenAsync(room);
        await grace.Room.SayAsync("here I am");

        var dot = ada.Page.Locator($"#members [data-user='{await grace.UserIdAsync()}'] .dot");
        await Expect(dot).ToHaveAttributeAsync("title", "online");
        await grace.Page.CloseAsync();
        await Expect(dot).ToHaveAttributeAsync("title", "offline");
    }
}
