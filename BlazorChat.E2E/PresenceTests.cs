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

    [Fact]
    public async Task Who_comes_and_goes_moves_in_the_list_without_a_page_being_loaded_before_and_after_a_circuit()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Groups");
        await grace.OpenAsync(room);
        await grace.Room.SayAsync("I join");
        await Expect(InGroup("online", grace)).ToBeVisibleAsync();
        await ada.Page.ReloadAsync();
        await ada.Room.IsReadyAsync();
        List<string> loaded = [];
        ada.Page.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/room/" + room, StringComparison.Ordinal) && !request.Url.Contains("/chat/", StringComparison.Ordinal))
                loaded.Add(request.Url);
        };

        await grace.Api("POST", "/chat/presence", new { status = "away" });
        await Expect(InGroup("away", grace)).ToBeVisibleAsync();
        await grace.Api("POST", "/chat/presence", new { status = "online" });
        await Expect(InGroup("online", grace)).ToBeVisibleAsync();
        Assert.Empty(loaded);

        await ada.Page.Locator("#rooms").GetByRole(AriaRole.Button, new() { Name = "New message" }).ClickAsync();
        await ada.Room.CloseDialogAsync();
        await ada.Page.EvaluateAsync("async () => (await import(new URL('js/chat.js', document.baseURI))).sleep()");
        foreach (var status in new[] { "away", "online", "away" })
        {
            await grace.Api("POST", "/chat/presence", new { status });
            await Expect(InGroup(status, grace)).ToBeVisibleAsync();
            // Drawn again, the page is merged into what was moved.
            await ada.Api("PATCH", $"/chat/room/{room}", new { topic = $"Now {status}" });
            await Expect(ada.Page.Locator(".room-header .topic")).ToHaveTextAsync($"Now {status}");
            await Expect(InGroup(status, grace)).ToBeVisibleAsync();
            await Expect(ada.Page.Locator("#members li")).ToHaveCountAsync(2);
        }

        ILocator InGroup(string status, Person who) =>
            ada.Page.Locator($"#members section[data-status={status}]").GetByText(who.Name, new() { Exact = true });
    }
}
