using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>What calls for attention, and what was told not to.</summary>
public sealed class AttentionTests(Chat chat)
{
    [Fact]
    public async Task A_muted_room_keeps_quiet_but_for_a_mention()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.MakeRoomAsync("Quiet");
        await ada.OpenAsync("general");
        await ada.Room.IsInteractiveAsync();

        await ada.Room.ChooseAsync(room, "Mute, except mentions");
        await Expect(ada.Room.Link(room)).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("muted"));
        await grace.PostAsync(room, "talk");
        await Expect(ada.Room.Link(room)).ToHaveAttributeAsync("data-unread", "1");
        await Expect(ada.Room.Link(room).Locator(".badge")).ToBeHiddenAsync();
        await grace.PostAsync(room, $"@{ada.Name} look");

        await Expect(ada.Room.Link(room).Locator(".badge")).ToContainTextAsync("@1");
        await ada.Room.Link(room).ClickAsync();
        await Expect(ada.Room.Message("look")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("mentions-me"));
        await Expect(ada.Room.Link(room).Locator(".badge")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_pinned_room_stands_first_also_in_another_tab_and_after_a_reload()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Pinned");
        await ada.Room.IsInteractiveAsync();
        var tab = await ada.NewTabAsync();
        await tab.GotoAsync("/room/general");
        await new Pages.RoomPage(tab).IsInteractiveAsync();

        await ada.Room.ChooseAsync(room, "Pin to the top");

        await Expect(ada.Room.Section("Pinned").Locator("a")).ToHaveAttributeAsync("data-room", room);
        await Expect(new Pages.RoomPage(tab).Section("Pinned").Locator("a")).ToHaveAttributeAsync("data-room", room);
        await ada.Page.ReloadAsync();
        await Expect(ada.Room.Section("Pinned").Locator("a")).ToHaveAttributeAsync("data-room", room);
    }

    [Fact]
    public async Task The_menu_of_a_row_works_by_keyboard_and_gives_the_focus_back()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Keys");
        await ada.Room.IsInteractiveAsync();
        var button = ada.Page.Locator($"#rooms [data-menu-of='{room}']");

        await button.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Pin to the top" })).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Mute, except mentions" })).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Link(room)).ToHaveAttributeAsync("data-muted", "true");

        await button.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Pin to the top" })).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Escape");

        await Expect(ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Unmute" })).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_marked_unread_stays_so_until_one_comes_back()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Later");
        await ada.Room.IsInteractiveAsync();
        await grace.PostAsync(room, "first");
        await grace.PostAsync(room, "to think about");
        await Expect(ada.Room.Message("to think about")).ToBeVisibleAsync();

        await ada.Room.ActAsync("to think about", "unread");

        await Expect(ada.Room.Timeline.Locator(".new-line")).ToBeVisibleAsync();
        await Expect(ada.Room.Link(room)).ToHaveAttributeAsync("data-unread", "1");
        await grace.PostAsync(room, "and this");
        await Expect(ada.Room.Message("and this")).ToBeVisibleAsync();
        await Expect(ada.Room.Link(room)).ToHaveAttributeAsync("data-unread", "2");
        await ada.Room.Link("general").ClickAsync();
        await Expect(ada.Room.Link("general")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(ada.Room.Link(room)).ToHaveAttributeAsync("data-unread", "2");

        await ada.Page.RunAndWaitForResponseAsync(
            () => ada.Room.Link(room).ClickAsync(), answer => answer.Url.EndsWith($"/{room}/read", StringComparison.Ordinal));
        await ada.Room.Link("general").ClickAsync();
        await Expect(ada.Room.Link(room)).ToHaveAttributeAsync("data-unread", "0");
    }

    [Fact]
    public async Task A_public_room_is_found_and_joined()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await grace.MakeRoomAsync("Gardening");
        var name = (await grace.Api("GET", "/chat/room/" + room)).GetProperty("name").GetString()!;
        await ada.OpenAsync("general");
        await ada.Room.IsInteractiveAsync();

        await ada.Page.Locator("#rooms").GetByRole(AriaRole.Button, new() { Name = "Browse rooms" }).ClickAsync();
        await ada.Page.GetByLabel("Search", new() { Exact = true }).FillAsync(name);
        await Expect(ada.Page.Locator(".found-room")).ToHaveCountAsync(1);
        await Expect(ada.Page.Locator(".found-room")).ToContainTextAsync("1 member");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Join " + name }).ClickAsync();

        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
        await Expect(ada.Room.Section("Rooms").Locator($"a[data-room='{room}']")).ToBeVisibleAsync();
    }
}
