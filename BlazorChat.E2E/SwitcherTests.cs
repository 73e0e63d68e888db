using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>Getting around by keyboard.</summary>
public sealed class SwitcherTests(Chat chat)
{
    [Fact]
    public async Task By_keyboard_one_gets_to_any_room_and_person_and_back()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.MakeRoomAsync("Greenhouse");
        await ada.OpenAsync("general");
        var switcher = ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Go to a room or person" });

        await ada.Room.Composer.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Control+k");
        await Expect(switcher.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await ada.HasNoSeriousViolationAsync();
        await ada.Page.Keyboard.TypeAsync("house");
        await Expect(switcher.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync("Greenhouse");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Link(room)).ToHaveAttributeAsync("aria-current", "page");
        await ada.Page.GoBackAsync();
        await Expect(ada.Room.Link("general")).ToHaveAttributeAsync("aria-current", "page");

        await ada.Page.Keyboard.PressAsync("Control+k");
        await ada.Page.Keyboard.TypeAsync(grace.Name);
        await Expect(switcher.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync(grace.Name);
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = grace.Name, Level = 1 })).ToBeVisibleAsync();

        await grace.PostAsync(room, "something new");
        await Expect(ada.Room.Link(room)).ToHaveAttributeAsync("data-unread", "1");
        await ada.Page.Keyboard.PressAsync("Alt+Shift+ArrowDown");
        await Expect(ada.Room.Link(room)).ToHaveAttributeAsync("aria-current", "page");
    }
}
