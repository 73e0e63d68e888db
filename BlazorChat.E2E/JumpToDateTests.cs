using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class JumpToDateTests(Chat chat)
{
    [Fact]
    public async Task By_keyboard_one_goes_to_the_beginning_or_to_today_and_comes_back_to_where_one_was()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.MakeRoomAsync("Long");
        for (var n = 0; n < 70; n++)
            await ada.PostAsync(room, $"Chatter {n} of it");
        await ada.OpenAsync(room);
        var dialog = ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Jump to a date" });

        await ada.Room.Message("Chatter 69 of").FocusAsync();
        await ada.Page.Keyboard.PressAsync("j");
        await Expect(dialog).ToBeVisibleAsync();
        await ada.HasNoSeriousViolationAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "The beginning" }).PressAsync("Enter");
        await Expect(ada.Room.Message("Chatter 0 of")).ToBeFocusedAsync();
        await Expect(ada.Room.Message("Chatter 0 of")).ToBeInViewportAsync();
        await ada.Page.GoBackAsync();
        await Expect(ada.Room.Message("Chatter 69 of")).ToBeInViewportAsync();

        await ada.Room.Message("Chatter 69 of").FocusAsync();
        await ada.Page.Keyboard.PressAsync("j");
        await dialog.GetByLabel("Another day").PressAsync("Enter");
        await Expect(ada.Room.Message("Chatter 0 of")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("j");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(ada.Room.Message("Chatter 0 of")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_phone_the_day_above_a_message_leads_there()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(390, 844));
        var room = await ada.MakeRoomAsync("Small");
        await ada.PostAsync(room, "The only one");
        await ada.OpenAsync(room);

        await ada.Page.Locator("#timeline .day-button").TapAsync();
        await ada.HasNoSeriousViolationAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Yesterday" }).TapAsync();
        await Expect(ada.Room.Message("The only one")).ToBeInViewportAsync();
    }
}
