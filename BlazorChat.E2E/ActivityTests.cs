using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class ActivityTests(Chat chat)
{
    [Fact]
    public async Task What_others_do_appears_while_one_looks_and_leads_to_its_place_by_keyboard()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var (room, other) = (await ada.MakeRoomAsync("Busy"), await ada.MakeRoomAsync("Elsewhere"));
        var plan = (await ada.Api("POST", "/chat/messages", new { room_id = room, message = "The plan" })).GetProperty("message").GetProperty("id").GetString();
        for (var n = 0; n < 70; n++)
            await ada.PostAsync(room, $"Chatter {n}");
        await ada.OpenAsync(other);
        var found = ada.Page.Locator("activity-list .found-open");

        await ada.Page.Keyboard.PressAsync("Alt+a");
        await Expect(ada.Page.GetByText("Nothing yet")).ToBeVisibleAsync();
        await ada.HasNoSeriousViolationAsync();
        await grace.Api("POST", "/chat/reactions", new { message_id = plan, reaction = "👍" });
        await Expect(found).ToContainTextAsync(["reacted 👍"]);
        await grace.Api("POST", "/chat/messages", new { room_id = room, message = "Agreed", reply_to = plan });
        await Expect(found).ToContainTextAsync(["answered you", "reacted 👍"]);
        await grace.Api("POST", "/chat/messages", new { room_id = room, message = "Beside", thread_id = plan });
        await Expect(found).ToContainTextAsync(["replied in your thread", "answered you", "reacted 👍"]);
        await ada.HasNoSeriousViolationAsync();

        await found.Last.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Message("The plan").First).ToBeInViewportAsync(); // the answer quotes it
        await Expect(found).ToHaveCountAsync(3);
        await grace.Api("DELETE", "/chat/reactions", new { message_id = plan, reaction = "👍" });
        await Expect(found).ToHaveCountAsync(2);
        await ada.Page.GoBackAsync();
        await Expect(ada.Page.Locator(".room-title")).ToContainTextAsync("Elsewhere");
    }

    [Fact]
    public async Task On_a_phone_it_is_a_pane_to_which_the_way_back_leads()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(390, 844));
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.MakeRoomAsync("Small");
        var plan = (await ada.Api("POST", "/chat/messages", new { room_id = room, message = "The plan" })).GetProperty("message").GetProperty("id").GetString();
        for (var n = 0; n < 70; n++)
            await ada.PostAsync(room, $"Chatter {n}");
        await grace.Api("POST", "/chat/reactions", new { message_id = plan, reaction = "👍" });
        await ada.OpenAsync(room);

        await ada.Room.ShowAsync("rooms");
        await ada.Page.Locator("[data-side-link=activity]").TapAsync();
        var found = ada.Page.Locator("activity-list .found-open");
        await Expect(found).ToBeVisibleAsync();
        await ada.HasNoSeriousViolationAsync();
        await found.TapAsync();
        await Expect(ada.Room.Message("The plan").First).ToBeInViewportAsync();
        await ada.Page.GoBackAsync();
        await Expect(found).ToBeVisibleAsync();
    }
}
