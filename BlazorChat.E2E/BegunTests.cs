using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>What somebody has begun is there when they come back, whatever happens meanwhile.</summary>
public sealed class BegunTests(Chat chat)
{
    [Fact]
    public async Task An_answer_and_a_change_that_were_begun_wait_while_one_is_in_another_room()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var other = await ada.MakeRoomAsync("Other");
        var room = await ada.CreateRoomAsync("Begun");
        await ada.Room.IsInteractiveAsync();
        await ada.Room.SayAsync("Shall we meet?");
        await ada.Room.SayAsync("See you tomorow");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        await ada.Room.Message("Shall we meet?").FocusAsync();
        await ada.Page.Keyboard.PressAsync("r");
        await ada.Room.Composer.FillAsync("Yes");
        await ada.Room.Message("See you tomorow").FocusAsync();
        await ada.Page.Keyboard.PressAsync("e");
        await ada.Page.GetByLabel("Edit message").FillAsync("See you tomorrow");

        await ada.Room.Link(other).ClickAsync();
        await Expect(ada.Room.Timeline).ToHaveAttributeAsync("data-room", other);
        await ada.Room.Link(room).ClickAsync();

        await Expect(ada.Page.GetByLabel("Edit message")).ToHaveValueAsync("See you tomorrow");
        await Expect(ada.Page.Locator("chat-composer .context")).ToContainTextAsync("Shall we meet?");
        await ada.Room.Composer.PressAsync("Enter");
        await Expect(ada.Room.Message("Yes").Locator(".quote")).ToContainTextAsync("Shall we meet?");
    }

    [Fact]
    public async Task Who_has_chosen_a_room_can_write_at_once()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var other = await ada.MakeRoomAsync("Other");
        await ada.CreateRoomAsync("Begun");
        await ada.Room.IsInteractiveAsync();

        await ada.Room.Link(other).ClickAsync();
        await Expect(ada.Room.Timeline).ToHaveAttributeAsync("data-room", other);
        await ada.Page.Keyboard.TypeAsync("Hello");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Room.Message("Hello")).ToHaveAttributeAsync("data-room", other);
    }

    [Fact]
    public async Task What_is_typed_while_a_moderator_deletes_the_message_goes_on_in_the_field_below()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Begun");
        await grace.PostAsync(room, "See you tomorow");
        await grace.OpenAsync(room);
        await grace.Room.IsInteractiveAsync();
        await grace.Room.Message("See you tomorow").FocusAsync();
        await grace.Page.Keyboard.PressAsync("e");
        await grace.Page.GetByLabel("Edit message").FillAsync("See you ");

        var id = await grace.Room.Messages.Last.GetAttributeAsync("data-id");
        await ada.Api("DELETE", $"/chat/messages/{id}");
        await Expect(grace.Room.Composer).ToBeFocusedAsync();
        await grace.Page.Keyboard.TypeAsync("w");

        await Expect(grace.Room.Composer).ToHaveValueAsync("See you w");
        await Expect(grace.Page.Locator("#toast")).ToContainTextAsync("This message was deleted while you changed it.");
    }

    [Fact]
    public async Task A_new_name_of_the_room_stands_in_the_field_too()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Begun");
        await ada.Room.IsInteractiveAsync();
        await ada.Room.SayAsync("Hello");

        await ada.Api("PATCH", $"/chat/room/{room}", new { name = "Renamed" });

        await Expect(ada.Room.Composer).ToHaveAttributeAsync("placeholder", "Message #Renamed");
        await Expect(ada.Page.Locator(".beginning")).ToHaveTextAsync("This is the beginning of #Renamed");
    }
}
