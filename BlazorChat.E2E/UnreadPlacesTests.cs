using System.Text.RegularExpressions;
using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>Where a room opens, and what counts as read.</summary>
public sealed partial class UnreadPlacesTests(Chat chat)
{
    private const int Many = 90;
    private const int Mention = 60;

    [Fact]
    public async Task A_room_with_ninety_unread_messages_opens_at_the_first_and_leads_to_the_mention_and_to_the_latest()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.MakeRoomAsync("Ninety");
        await ada.PostAsync(room, "read before");
        await SayManyAsync(grace, room, ada.Name);

        await ada.OpenAsync(room);

        await Expect(ada.Room.Message("number 1 of")).ToBeInViewportAsync();
        await Expect(ada.Room.Timeline.Locator(".new-line")).ToBeInViewportAsync();
        await Expect(ada.Page.Locator(".pill")).ToContainTextAsync("new messages");
        await ada.Page.Locator(".to-mention").ClickAsync();
        await Expect(ada.Room.Message($"@{ada.Name} look")).ToBeInViewportAsync();
        await Expect(ada.Page.Locator(".to-mention")).ToBeHiddenAsync();

        await ada.Room.Pill.ClickAsync();
        await Expect(ada.Room.Message($"number {Many} of")).ToBeInViewportAsync();
        await Expect(ada.Page.Locator(".to-unread")).ToHaveTextAsync(UnreadAbove());
        await ada.Room.Composer.PressAsync("Shift+PageUp");
        await Expect(ada.Room.Timeline.Locator(".new-line")).ToBeInViewportAsync();
        await Expect(ada.Room.Message($"number {Many} of")).Not.ToBeInViewportAsync();
    }

    [Fact]
    public async Task What_is_unread_beyond_the_edge_of_a_long_list_is_said_and_found_without_a_circuit()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var rooms = await ada.MakeRoomsAsync(40);
        await ada.OpenAsync(rooms[0]);
        await ada.Room.IsReadyAsync();
        var (above, below) = (ada.Page.Locator("[data-unread-beyond=above]"), ada.Page.Locator("[data-unread-beyond=below]"));
        await Expect(below).ToBeHiddenAsync();

        await grace.PostAsync(rooms[^1], "Down here");
        await below.ClickAsync();
        await Expect(ada.Room.Link(rooms[^1])).ToBeInViewportAsync();
        await Expect(below).ToBeHiddenAsync();

        await grace.PostAsync(rooms[1], "Up here");
        await above.ClickAsync();
        await Expect(ada.Room.Link(rooms[1])).ToBeInViewportAsync();
        await Expect(below).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Reading_on_one_device_clears_the_other_at_once_and_coming_back_shows_the_same_place()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.MakeRoomAsync("Devices");
        await using var phone = await chat.VisitAsync("phone", new() { Width = 390, Height = 844 });
        await Door.SignInAsync(phone.Context, ada.Name);
        await phone.OpenAsync("general");
        await SayManyAsync(grace, room, ada.Name);
        await Expect(phone.Room.Link(room).Locator(".badge")).ToHaveTextAsync(OneMention());

        await ada.OpenAsync(room);
        await ada.Room.Pill.ClickAsync();
        await Expect(phone.Room.Link(room)).ToHaveAttributeAsync("data-unread", "0");

        await ada.Room.Message("number 45 of").ScrollIntoViewIfNeededAsync();
        await Expect(ada.Room.Message("number 45 of")).ToBeInViewportAsync();
        await ada.Room.Link("general").ClickAsync();
        await Expect(ada.Room.Link("general")).ToHaveAttributeAsync("aria-current", "page");
        await ada.Page.GoBackAsync();
        await Expect(ada.Room.Message("number 45 of")).ToBeInViewportAsync();
        await Expect(ada.Room.Message($"number {Many} of")).Not.ToBeInViewportAsync();
    }

    [Fact]
    public async Task What_was_missed_while_offline_is_not_read_before_it_was_on_the_screen()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        ada.LosesConnection = true;
        var room = await ada.CreateRoomAsync("Missed");
        await ada.Room.IsReadyAsync();
        await grace.PostAsync(room, $"@{ada.Name} seen at once");
        await Expect(ada.Room.Message("seen at once")).ToBeInViewportAsync();
        await Expect(ada.Page.Locator(".to-mention")).ToBeHiddenAsync();
        await ada.Context.SetOfflineAsync(true);
        await Expect(ada.Room.Connection).ToBeVisibleAsync();
        await SayManyAsync(grace, room, ada.Name);
        await ada.Context.SetOfflineAsync(false);

        await Expect(ada.Room.Message($"number {Many} of")).ToBeInViewportAsync();
        await Expect(ada.Page.Locator(".to-unread")).ToHaveTextAsync(UnreadAbove());
        await Expect(ada.Page.Locator(".to-mention")).ToHaveTextAsync("@ Mention ↑");
        await ada.Page.Locator(".to-unread").ClickAsync();
        await Expect(ada.Room.Message("number 1 of")).ToBeInViewportAsync();
        await Expect(ada.Room.Timeline.Locator(".new-line")).ToBeInViewportAsync();
    }

    private static async Task SayManyAsync(Person person, string room, string addressed)
    {
        for (var n = 1; n <= Many; n++)
            await person.PostAsync(room, n == Mention ? $"@{addressed} look" : $"number {n} of many");
    }

    [GeneratedRegex(@"^\d+ unread ↑$")]
    private static partial Regex UnreadAbove();

    [GeneratedRegex("@1.*")]
    private static partial Regex OneMention();
}
