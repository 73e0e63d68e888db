using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class SavedTests(Chat chat)
{
    [Fact]
    public async Task By_keyboard_one_saves_a_message_finds_it_again_from_another_room_and_lets_go_of_it_in_every_tab()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var (room, other) = (await ada.MakeRoomAsync("Kept"), await ada.MakeRoomAsync("Elsewhere"));
        await ada.PostAsync(room, "The plan for Monday");
        for (var n = 0; n < 70; n++)
            await ada.PostAsync(room, $"Chatter {n}");
        await ada.PostAsync(other, "Look at this later");
        await ada.OpenAsync(room);
        await Expect(ada.Room.Message("Chatter 69")).ToBeVisibleAsync();
        var saved = ada.Page.Locator(".saved-one .found-open");

        await ada.Page.Locator("[data-side-link=saved]").ClickAsync();
        await Expect(ada.Page.GetByText("Nothing saved yet")).ToBeVisibleAsync();
        await ada.HasNoSeriousViolationAsync();
        await ada.Room.Message("Chatter 69").FocusAsync();
        await ada.Page.Keyboard.PressAsync("s");
        await Expect(ada.Room.Message("Chatter 69").Locator(".saved-mark")).ToHaveTextAsync("Saved");
        await Expect(saved).ToHaveCountAsync(1);
        var first = await ada.Api("GET", $"/chat/room/{room}/history?limit=100");
        await ada.Api("PUT", $"/chat/messages/{first.GetProperty("messages")[0].GetProperty("id").GetString()}/save");
        await Expect(saved).ToContainTextAsync(["The plan for Monday", "Chatter 69"]);

        await ada.OpenAsync(other);
        await ada.Page.Locator("[data-side-link=saved]").ClickAsync();
        await saved.Filter(new() { HasText = "The plan" }).FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Message("The plan for Monday")).ToBeInViewportAsync();
        await Expect(ada.Room.Message("The plan for Monday").Locator(".saved-mark")).ToBeVisibleAsync();
        await Expect(saved).ToHaveCountAsync(2);
        await ada.Page.GoBackAsync();
        await Expect(ada.Page.Locator(".room-title")).ToContainTextAsync("Elsewhere");

        var tab = await ada.NewTabAsync();
        await tab.GotoAsync($"room/{room}#message-{first.GetProperty("messages")[0].GetProperty("id").GetString()}");
        var there = tab.Locator("#timeline .message", new() { HasText = "The plan for Monday" }).Locator(".saved-mark");
        await Expect(there).ToBeVisibleAsync();
        await ada.Page.BringToFrontAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Remove from saved") }).First.ClickAsync();
        await Expect(saved).ToHaveCountAsync(1);
        await Expect(there).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_phone_what_is_saved_is_a_pane_to_which_the_way_back_leads()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(390, 844));
        var room = await ada.MakeRoomAsync("Small");
        await ada.PostAsync(room, "The plan for Monday");
        for (var n = 0; n < 70; n++)
            await ada.PostAsync(room, $"Chatter {n}");
        var first = (await ada.Api("GET", $"/chat/room/{room}/history?limit=100")).GetProperty("messages")[0].GetProperty("id").GetString();
        await ada.Api("PUT", $"/chat/messages/{first}/save");
        await ada.OpenAsync(room);

        await ada.Room.ShowAsync("rooms");
        await ada.Page.Locator("[data-side-link=saved]").TapAsync();
        var saved = ada.Page.Locator(".saved-one .found-open");
        await Expect(saved).ToBeVisibleAsync();
        await ada.HasNoSeriousViolationAsync();
        await saved.TapAsync();
        await Expect(ada.Room.Message("The plan for Monday")).ToBeInViewportAsync();
        await Expect(ada.Page.Locator(".side")).ToHaveCountAsync(0);
        await ada.Page.GoBackAsync();
        await Expect(saved).ToBeVisibleAsync();
    }
}
