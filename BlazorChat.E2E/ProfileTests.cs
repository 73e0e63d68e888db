using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class ProfileTests(Chat chat)
{
    [Fact]
    public async Task A_new_name_appears_at_once_wherever_others_see_one()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Names");
        await ada.Room.SayAsync("Who am I?");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        await grace.OpenAsync(room);
        await grace.Room.IsInteractiveAsync();
        await Expect(grace.Room.Message("Who am I?")).ToContainTextAsync(ada.Name);

        await ada.Api("PATCH", "/auth/me", new { display_name = "Ada Lovelace", status_text = "Counting" });

        await Expect(grace.Room.Message("Who am I?").Locator(".byline .name")).ToHaveTextAsync("Ada Lovelace");
        await Expect(grace.Room.Message("Who am I?")).ToHaveAttributeAsync("aria-label", "Ada Lovelace: Who am I?");
        await Expect(grace.Page.Locator("#members")).ToContainTextAsync("Ada Lovelace");
        await Expect(grace.Page.Locator("#members")).ToContainTextAsync("Counting");
        await Expect(ada.Page.Locator(".me-name")).ToHaveTextAsync("Ada Lovelace");

        var live = await grace.Room.Messages.First.EvaluateAsync<string>("m => m.outerHTML");
        await grace.Page.ReloadAsync();
        await grace.Room.IsReadyAsync();
        Assert.Equal(Facts(live), Facts(await grace.Room.Messages.First.EvaluateAsync<string>("m => m.outerHTML")));
    }

    [Fact]
    public async Task The_pages_of_ones_account_use_the_width_of_a_desk()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await new SettingsPage(ada.Page).OpenAsync();

        Assert.InRange((await ada.Page.Locator("main.door-card").BoundingBoxAsync())!.Width, 500, 800);
    }

    [Fact]
    public async Task A_conversation_of_two_is_called_by_the_others_new_name_at_once()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var direct = await ada.StartDirectAsync(grace);
        await ada.Room.IsInteractiveAsync();

        await grace.Api("PATCH", "/auth/me", new { display_name = "Grace Hopper" });

        await Expect(ada.Room.Link(direct)).ToContainTextAsync("Grace Hopper");
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Grace Hopper");
    }

    [Fact]
    public async Task Ones_own_corner_is_one_button_to_status_theme_settings_and_the_way_out()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Corner");
        var menu = await ada.Room.OpenOwnMenuAsync();

        await menu.GetByLabel("Status", new() { Exact = true }).FillAsync("Counting");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.Locator(".me-status")).ToHaveTextAsync("Counting");
        await Expect(ada.Page.Locator("#members .member-status")).ToHaveTextAsync("Counting");
        await Expect(menu).ToBeVisibleAsync();
        await menu.GetByRole(AriaRole.Radio, new() { Name = "Dark" }).CheckAsync();
        await Expect(ada.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await menu.GetByRole(AriaRole.Radio, new() { Name = "System" }).CheckAsync();
        await Expect(ada.Page.Locator("html[data-theme]")).ToHaveCountAsync(0);
        await menu.GetByText("Show me as away").ClickAsync();
        await Expect(ada.Page.Locator(".me-button .dot")).ToHaveAttributeAsync("title", "away");
        await ada.HasNoSeriousViolationAsync();

        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToBeHiddenAsync();
        await Expect(ada.Page.Locator(".me-button")).ToBeFocusedAsync();
        await Expect(ada.Page.Locator("#members")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Ones_own_menu_stays_within_a_low_window()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(1000, 450));
        await ada.CreateRoomAsync("Low");

        var menu = await ada.Room.OpenOwnMenuAsync();

        Assert.InRange((await menu.BoundingBoxAsync())!.Y, 0, 100);
        await menu.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ScrollIntoViewIfNeededAsync();
        await Expect(menu.GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_profile_of_a_message_that_shows_no_name_opens_beside_it()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Beside");
        await ada.Room.SayAsync("First");
        await ada.Room.SayAsync("Second");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        await ada.Room.Message("Second").FocusAsync();

        await ada.Page.Keyboard.PressAsync("w");
        await Expect(ada.Room.Card).ToContainTextAsync("@" + ada.Name);

        var (card, message) = (await ada.Room.Card.BoundingBoxAsync(), await ada.Room.Message("Second").BoundingBoxAsync());
        Assert.InRange(message!.Y - (card!.Y + card.Height), 0, 20);
    }

    [Fact]
    public async Task A_name_opens_a_small_profile_by_click_and_by_key_and_leads_to_a_conversation()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        await grace.Api("PATCH", "/auth/me", new { display_name = "Grace Hopper", status_text = "At sea" });
        var room = await ada.CreateRoomAsync("Cards");
        await grace.OpenAsync(room);
        await grace.Room.SayAsync("Anybody here?");
        await ada.Room.Message("Anybody here?").FocusAsync();

        await ada.Page.Keyboard.PressAsync("w");
        await Expect(ada.Room.Card).ToContainTextAsync("@" + grace.Name);
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Room.Card).ToHaveCountAsync(0);
        await Expect(ada.Room.Message("Anybody here?")).ToBeFocusedAsync();

        await ada.Room.Message("Anybody here?").Locator(".byline .name").ClickAsync();
        await Expect(ada.Room.Card).ToContainTextAsync("At sea");
        await ada.HasNoSeriousViolationAsync();
        await ada.Room.Card.GetByRole(AriaRole.Button, new() { Name = "Message" }).ClickAsync();

        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Grace Hopper");
        await Expect(ada.Page.Locator(".welcome")).ToContainTextAsync("You and Grace Hopper");
    }

    [Fact]
    public async Task A_new_room_says_what_one_can_do_until_somebody_speaks()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Quiet");
        var welcome = ada.Page.Locator(".welcome");

        // Also before the island that has the dialog is up.
        await welcome.GetByText("Invite people").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Invite people" })).ToBeVisibleAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await welcome.GetByText("Say hello").ClickAsync();
        await Expect(ada.Room.Composer).ToBeFocusedAsync();

        await ada.Room.SayAsync("Hello");
        await Expect(welcome).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_mention_shows_what_someone_is_called_and_is_edited_as_it_was_written()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        await grace.Api("PATCH", "/auth/me", new { display_name = "Grace Hopper" });
        await ada.CreateRoomAsync("Mentions");

        await ada.Room.SayAsync($"Over to @{grace.Name}");

        var mention = ada.Room.Message("Over to").Locator(".mention");
        await Expect(mention).ToHaveTextAsync("@Grace Hopper");
        await Expect(mention).ToHaveAttributeAsync("title", "@" + grace.Name);
        await ada.Room.Message("Over to").FocusAsync();
        await ada.Page.Keyboard.PressAsync("e");
        await Expect(ada.Page.Locator("form.edit textarea")).ToHaveValueAsync($"Over to @{grace.Name}");
    }

    // How it is named and drawn, without what the browser added for its viewer.
    private static string[] Facts(string html) =>
    [
        .. System.Text.RegularExpressions.Regex.Matches(html, "aria-label=\"[^\"]*\"|class=\"name\"[^>]*>[^<]*<|class=\"avatar\".*?</span>").Select(m => m.Value),
    ];
}
