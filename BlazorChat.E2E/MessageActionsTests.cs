using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class MessageActionsTests(Chat chat)
{
    [Fact]
    public async Task A_message_offers_three_reactions_two_ways_to_answer_and_a_menu_within_its_own_place()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(1440, 900));
        var room = await ada.CreateRoomAsync("Bar");
        var first = await ada.Api("POST", "/chat/messages", new { room_id = room, message = string.Join(' ', Enumerable.Repeat("above", 60)) });
        await ada.Api("POST", "/chat/messages", new { room_id = room, message = "below", reply_to = first.GetProperty("message").GetProperty("id").GetString() });
        var message = ada.Room.Messages.Last;
        await Expect(message.Locator(".quote")).ToBeVisibleAsync();

        await message.HoverAsync();
        var bar = ada.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Message actions" });
        await Expect(bar.GetByRole(AriaRole.Button)).ToHaveCountAsync(6);

        var (place, own, quote) = (await bar.BoundingBoxAsync(), await message.BoundingBoxAsync(), await message.Locator(".quote").BoundingBoxAsync());
        Assert.True(place!.Y >= own!.Y, "The bar lies over the message above.");
        Assert.True(place.X >= quote!.X + quote.Width || place.Y + place.Height <= quote.Y, "The bar lies over the quote.");
        await bar.GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(message.Locator(".reaction")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_menu_says_in_words_what_it_does_and_keeps_blocking_away_from_deleting()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Menu");
        await grace.OpenAsync(room);
        await grace.Room.SayAsync("something to decide on");
        await Expect(ada.Room.Message("something")).ToBeVisibleAsync();

        await ada.Room.Message("something").HoverAsync();
        await ada.Page.Locator(".actions [data-act=more]").ClickAsync();

        var acts = await ada.Page.GetByRole(AriaRole.Menuitem).Locator("bdi").AllInnerTextsAsync();
        Assert.Equal(
            ["Add a reaction…", "Reply", "Reply in thread", "Report…", $"Block {grace.Name}…", "Mark unread from here", "Pin for everyone here", "Save for later", "Copy text", "Copy link", "Delete…"], acts);
    }

    [Fact]
    public async Task On_a_phone_a_tap_opens_a_sheet_from_below_and_editing_has_buttons()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(390, 844));
        await ada.CreateRoomAsync("Sheet");
        await ada.Room.SayAsync("teh end");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        await ada.Page.EvaluateAsync("() => document.activeElement.blur()");

        await ada.Room.Message("teh end").Locator(".text").TapAsync();
        var sheet = ada.Page.GetByRole(AriaRole.Menu, new() { Name = "Message actions" });
        await Expect(sheet.GetByRole(AriaRole.Menuitem, new() { Name = "Reply", Exact = true })).ToBeVisibleAsync();
        var place = (await sheet.BoundingBoxAsync())!;
        Assert.Equal((390, 844), (Math.Round(place.Width), Math.Round(place.Y + place.Height)));
        await ada.Page.Touchscreen.TapAsync(195, 60);
        await Expect(sheet).ToBeHiddenAsync();

        await ada.Room.Message("teh end").Locator(".text").TapAsync();
        await sheet.GetByRole(AriaRole.Menuitem, new() { Name = "Edit" }).TapAsync();
        await ada.Room.Timeline.GetByRole(AriaRole.Textbox).FillAsync("never mind");
        await ada.Room.Timeline.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).TapAsync();
        await Expect(ada.Room.Message("teh end")).ToBeVisibleAsync();
        await ada.Room.Message("teh end").Locator(".text").TapAsync();
        await sheet.GetByRole(AriaRole.Menuitem, new() { Name = "Edit" }).TapAsync();
        await ada.Room.Timeline.GetByRole(AriaRole.Textbox).FillAsync("the end");
        await ada.Room.Timeline.GetByRole(AriaRole.Button, new() { Name = "Save" }).TapAsync();

        await Expect(ada.Room.Message("the end").Locator(".edited")).ToBeVisibleAsync();
    }
}
