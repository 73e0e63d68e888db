using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class KeyboardTests(Chat chat)
{
    private const int FewStops = 12;

    [Fact]
    public async Task The_conversation_is_a_few_stops_away_however_many_rooms_there_are()
    {
        await using var ada = await chat.SignUpAsync("ada");
        for (var n = 0; n < 10; n++)
            await ada.MakeRoomAsync($"Room {n}");
        await ada.CreateRoomAsync("Stops");
        await ada.Room.IsInteractiveAsync();
        await ada.Room.SayAsync("See https://example.org and https://example.com");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        await ada.Page.EvaluateAsync("() => document.activeElement.blur()");
        await ada.Page.Locator("body").EvaluateAsync("body => { body.tabIndex = -1; body.focus(); body.removeAttribute('tabindex'); }");

        var stops = await TabsUntilAsync(ada.Page, "chat-timeline");
        await ada.Page.Keyboard.PressAsync("Tab");

        Assert.InRange(stops, 1, FewStops);
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(1440, 700)]
    [InlineData(390, 844)]
    public async Task The_list_of_keys_can_be_read_to_its_end(int width, int height)
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Keys");
        await ada.Page.SetViewportSizeAsync(width, height);
        await ada.Room.IsInteractiveAsync();
        await ada.Page.EvaluateAsync("() => document.activeElement.blur()");
        await ada.Page.Keyboard.PressAsync("?");
        var keys = ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });
        await Expect(keys).ToBeVisibleAsync();

        await keys.EvaluateAsync("dialog => dialog.scrollTo(0, dialog.scrollHeight)");
        foreach (var last in new[] { "Delete", "Zoom" })
            await Expect(keys.GetByText(last, new() { Exact = true }).Last).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.True(await keys.EvaluateAsync<bool>("dialog => dialog.scrollWidth <= dialog.clientWidth"), "there is more beside it");
    }

    [Fact]
    public async Task Arrows_lead_through_the_rooms_and_through_what_is_in_a_message()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Arrows");
        await ada.Room.IsInteractiveAsync();
        await ada.Room.SayAsync("See https://example.org");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);

        await ada.Page.Locator("#room-filter").FocusAsync();
        await ada.Page.Keyboard.PressAsync("ArrowDown");
        await ada.Page.Keyboard.PressAsync("End");
        await ada.Page.Keyboard.PressAsync("Home");
        Assert.True(await ada.Page.EvaluateAsync<bool>("() => document.activeElement.closest('.rooms-scroll') !== null"));
        await ada.Room.Link(room).FocusAsync();
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(ada.Page.Locator($"[data-menu-of='{room}']")).ToBeFocusedAsync();

        await ada.Room.Timeline.FocusAsync();
        await ada.Page.Keyboard.PressAsync("ArrowUp");
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(ada.Room.Messages.Locator(".byline .name")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(ada.Room.Messages.Locator(".text a")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("ArrowLeft");
        await ada.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(ada.Room.Messages.First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Links_at_the_top_lead_to_the_conversation_and_to_the_composer()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Skipping");

        await ada.Page.GetByText("To the conversation").FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Timeline).ToBeFocusedAsync();
        await ada.Page.GetByText("To the composer").FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Room.Composer).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Page_up_in_the_composer_scrolls_the_conversation()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Pages");
        for (var n = 1; n <= 3; n++)
            await ada.PostAsync(room, string.Join('\n', Enumerable.Repeat("a line", 40)));
        await Expect(ada.Room.Messages).ToHaveCountAsync(3);

        await ada.Room.Composer.PressAsync("PageUp");
        Assert.True(await ada.Room.Timeline.EvaluateAsync<double>("timeline => timeline.scrollTop") < 0);
        await ada.Room.Composer.PressAsync("PageDown");

        Assert.Equal(0, await ada.Room.Timeline.EvaluateAsync<double>("timeline => timeline.scrollTop"));
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Whatever_is_done_to_a_message_the_focus_stays_with_it()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Focus");
        await ada.PostAsync(room, "keep me");
        var message = ada.Room.Message("keep me");
        await Expect(message).ToBeVisibleAsync();
        await message.FocusAsync();

        await ada.Page.Keyboard.PressAsync("+");
        await ada.Page.Keyboard.TypeAsync("heart");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(message.Locator("[data-reaction='❤️'][aria-pressed=true].reaction")).ToBeVisibleAsync();
        await Expect(message).ToBeFocusedAsync();
        await message.Locator(".reaction").FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(message.Locator(".reaction")).ToHaveCountAsync(0);
        await Expect(message).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(message).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("e");
        await ada.Page.Keyboard.TypeAsync(", please");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Message("keep me, please")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Delete");
        await ada.Page.Keyboard.PressAsync("Shift+Tab");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Room.Messages.Locator(".gone")).ToBeVisibleAsync();
        await Expect(ada.Room.Messages.First).ToBeFocusedAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync("");
    }

    private static async Task<int> TabsUntilAsync(IPage page, string element)
    {
        for (var stops = 1; stops <= 60; stops++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("name => document.activeElement.localName === name", element))
                return stops;
        }
        return int.MaxValue;
    }
}
