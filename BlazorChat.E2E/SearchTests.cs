using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class SearchTests(Chat chat)
{
    [Fact]
    public async Task By_keyboard_one_finds_what_was_said_and_sees_it_in_its_place_with_the_results_still_there()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var (mark, room, other) = ($"zyx{Guid.NewGuid().ToString("N")[..6]}", await ada.MakeRoomAsync("Found"), await ada.MakeRoomAsync("Elsewhere"));
        await ada.PostAsync(room, $"The {mark} of Monday");
        for (var n = 0; n < 70; n++)
            await ada.PostAsync(room, $"Chatter {n}");
        await ada.PostAsync(other, $"Another {mark}");
        await ada.OpenAsync(other);
        await ada.Room.IsReadyAsync();
        var (field, found) = (ada.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search messages" }).Or(ada.Page.Locator("[role=combobox].search-input")).First, ada.Page.Locator(".found-open"));

        await ada.Page.Keyboard.PressAsync("Control+f");
        await Expect(field).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("from:m");
        await ada.Page.GetByRole(AriaRole.Option, new() { Name = "from:me" }).WaitForAsync();
        await ada.Page.Keyboard.PressAsync("ArrowDown");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.Keyboard.TypeAsync(mark.ToUpperInvariant());
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(found).ToHaveCountAsync(2);
        await Expect(found.Locator("mark")).ToHaveTextAsync([mark, mark]);
        await ada.HasNoSeriousViolationAsync();

        await ada.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(found.First).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("ArrowDown");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Room.Message($"The {mark} of Monday")).ToBeInViewportAsync();
        await Expect(ada.Page.Locator(".room-title")).ToContainTextAsync("Found");
        await Expect(found).ToHaveCountAsync(2);
        await ada.Page.GoBackAsync();
        await Expect(ada.Page.Locator(".room-title")).ToContainTextAsync("Elsewhere");
        await Expect(found).ToHaveCountAsync(2);
        await found.First.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Message($"Another {mark}")).ToBeFocusedAsync();
        await ada.Page.GoBackAsync();
        await Expect(ada.Page.Locator(".room-title")).ToContainTextAsync("Elsewhere");
        await Expect(found).ToHaveCountAsync(2);
        await field.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.Locator(".side")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_phone_the_results_are_a_pane_to_which_the_way_back_leads()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(390, 844));
        var (mark, room) = ($"zyx{Guid.NewGuid().ToString("N")[..6]}", await ada.MakeRoomAsync("Small"));
        await ada.PostAsync(room, $"The {mark} of Monday");
        for (var n = 0; n < 70; n++)
            await ada.PostAsync(room, $"Chatter {n}");
        await ada.OpenAsync(room);
        await ada.Room.IsReadyAsync();

        await ada.Page.GetByRole(AriaRole.Link, new() { Name = "Search messages" }).ClickAsync();
        await Expect(ada.Page.GetByText("What you can ask for")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator(".side .search-input")).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync($"in:#{room} {mark}");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.Locator(".found-open")).ToHaveCountAsync(1);
        await ada.HasNoSeriousViolationAsync();

        await ada.Page.Locator(".found-open").ClickAsync();
        await Expect(ada.Room.Message($"The {mark} of Monday")).ToBeInViewportAsync();
        await Expect(ada.Page.Locator(".side")).ToHaveCountAsync(0);
        await ada.Page.GoBackAsync();
        await Expect(ada.Page.Locator(".found-open")).ToBeVisibleAsync();
    }
}
