using BlazorChat.E2E.Hosting;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class PlacesTests(Chat chat)
{
    [Fact]
    public async Task Each_entry_of_the_history_has_its_own_place_in_the_same_room()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var (room, other) = (await ada.MakeRoomAsync("Long"), await ada.MakeRoomAsync("Elsewhere"));
        for (var n = 0; n < 60; n++)
            await ada.PostAsync(room, $"Chatter {n} of it");
        await ada.OpenAsync(room);

        await ada.Room.Message("Chatter 20 of").ScrollIntoViewIfNeededAsync();
        await Expect(ada.Room.Message("Chatter 20 of")).ToBeInViewportAsync();
        await GoAsync(other, "Elsewhere");
        await GoAsync(room, "Long");
        await Expect(ada.Room.Message("Chatter 20 of")).ToBeInViewportAsync();
        await ada.Room.Message("Chatter 59 of").ScrollIntoViewIfNeededAsync();
        await Expect(ada.Room.Message("Chatter 59 of")).ToBeInViewportAsync();
        await GoAsync(other, "Elsewhere");

        await ada.Page.GoBackAsync();
        await Expect(ada.Room.Message("Chatter 59 of")).ToBeInViewportAsync();
        await ada.Page.GoBackAsync();
        await Expect(ada.Page.Locator(".room-title")).ToContainTextAsync("Elsewhere");
        await ada.Page.GoBackAsync();
        await Expect(ada.Room.Message("Chatter 20 of")).ToBeInViewportAsync();
        await Expect(ada.Room.Message("Chatter 59 of")).Not.ToBeInViewportAsync();

        async Task GoAsync(string id, string name)
        {
            await ada.Room.Link(id).ClickAsync();
            await Expect(ada.Page.Locator(".room-title")).ToContainTextAsync(name);
        }
    }
}
