using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>A circuit begins while somebody is at work with the list of rooms: nothing of that is lost.</summary>
public sealed class ReachingTests(Chat chat)
{
    [Fact]
    public async Task What_is_typed_to_find_a_room_while_the_circuit_comes_stays_in_the_field()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var (sought, other) = (await ada.MakeRoomAsync("Harbour"), await ada.MakeRoomAsync("Garden"));
        await ada.OpenAsync(other);
        await ada.Room.IsReadyAsync();
        var field = ada.Page.GetByLabel("Find a room");

        await field.ClickAsync();
        foreach (var letter in "harb")
        {
            await ada.Page.Keyboard.PressAsync(letter.ToString());
            await ada.Page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        }

        await Expect(ada.Page.Locator("#rooms a[data-room]:visible")).ToHaveCountAsync(1);
        await Expect(ada.Page.Locator($"#rooms a[data-room='{sought}']")).ToBeVisibleAsync();
        await Expect(field).ToHaveValueAsync("harb");
        await Expect(field).ToBeFocusedAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync("");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(sought));
    }

    [Fact]
    public async Task Lists_stay_where_somebody_scrolled_them_and_the_menu_is_that_of_the_room_under_the_pointer()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var rooms = await ada.MakeRoomsAsync(40);
        await ada.OpenAsync(rooms[0]);
        await ada.Room.IsReadyAsync();
        var list = ada.Page.Locator(".rooms-scroll");
        var last = ada.Page.Locator($"#rooms [data-menu-of='{rooms[^1]}']");
        await last.EvaluateAsync("button => button.scrollIntoView({ block: 'center' })");
        var top = await list.EvaluateAsync<int>("list => list.scrollTop");
        Assert.True(top > 300, $"scrolled to {top} only");

        await last.HoverAsync();
        await ada.Room.IsInteractiveAsync();
        Assert.Equal(top, await list.EvaluateAsync<int>("list => list.scrollTop"));
        await last.ClickAsync();
        await ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Pin to the top" }).ClickAsync();

        await Expect(ada.Page.Locator($"#rooms-pinned")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("[aria-labelledby=rooms-pinned] a[data-room]")).ToHaveAttributeAsync("data-room", rooms[^1]);
    }

    [Fact]
    public async Task The_focus_stays_on_a_button_and_returns_to_it_from_its_dialog()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Focus");
        await ada.Page.ReloadAsync();
        await ada.Room.IsReadyAsync();
        var button = ada.Page.GetByRole(AriaRole.Button, new() { Name = "New room" });

        await button.FocusAsync();
        await ada.Room.IsInteractiveAsync();
        await Expect(button).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Room.CloseDialogAsync();

        await Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_room_is_found_without_a_connection_and_one_that_is_not_joined_once_it_is_back()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        ada.LosesConnection = true;
        var mine = await ada.MakeRoomAsync("Jetty");
        var other = await grace.MakeRoomAsync("Jetty master");
        await ada.OpenAsync(await ada.MakeRoomAsync("Garden"));
        await ada.Room.IsReadyAsync();
        var found = ada.Page.Locator("#rooms a[data-room]:visible");

        await ada.Page.Context.SetOfflineAsync(true);
        await ada.Page.GetByLabel("Find a room").FillAsync("jetty");
        await Expect(found).ToHaveCountAsync(1);
        await Expect(found).ToHaveAttributeAsync("data-room", mine);

        await ada.Page.Context.SetOfflineAsync(false);
        await Expect(ada.Room.Link(other)).ToBeVisibleAsync();
        await ada.Page.GetByLabel("Find a room").FillAsync("");
        await Expect(ada.Room.Link(other)).ToHaveCountAsync(0);
        await Expect(ada.Room.Link(mine)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_room_on_the_screen_is_in_sight_in_a_long_list()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var rooms = await ada.MakeRoomsAsync(40);

        await ada.OpenAsync(rooms[^1]);
        await Expect(ada.Room.Link(rooms[^1])).ToBeInViewportAsync();
        await ada.Page.ReloadAsync();
        await Expect(ada.Room.Link(rooms[^1])).ToBeInViewportAsync();
    }
}
