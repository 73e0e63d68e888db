using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class DraftTests(Chat chat)
{
    [Fact]
    public async Task What_is_begun_on_one_device_is_marked_and_goes_on_on_another_and_is_gone_when_it_is_sent()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Drafts");
        await using var phone = await chat.VisitAsync("phone", new() { Width = 390, Height = 844 });
        await Door.SignInAsync(phone.Context, ada.Name);
        await phone.OpenAsync("general");

        await ada.Room.Composer.FillAsync("Begun at the desk");
        await Expect(Mark(phone, room)).ToHaveCountAsync(1);

        await phone.OpenAsync(room);
        await Expect(phone.Room.Composer).ToHaveValueAsync("Begun at the desk");
        await phone.Room.Composer.FillAsync("Begun at the desk, gone on on the way");
        await Expect(ada.Room.Composer).ToHaveValueAsync("Begun at the desk, gone on on the way");

        await ada.Room.Link("general").ClickAsync();
        await Expect(ada.Room.Link("general")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(Mark(ada, room)).ToBeVisibleAsync();
        await phone.Room.Composer.PressAsync("Enter");
        await Expect(phone.Room.Composer).ToHaveValueAsync("");
        await Expect(Mark(ada, room)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_was_typed_while_the_server_was_out_of_reach_is_there_after_a_reload_and_reaches_it_then()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true;
        var room = await ada.CreateRoomAsync("Drafts");
        await ada.Page.RouteAsync("**/draft", route => route.AbortAsync());
        await ada.Room.Composer.FillAsync("Typed in a tunnel");
        await ada.Page.Locator(".room-header h1, .room-header").First.ClickAsync();

        await ada.Page.UnrouteAsync("**/draft");
        await ada.OpenAsync(room);

        await Expect(ada.Room.Composer).ToHaveValueAsync("Typed in a tunnel");
        await using var phone = await chat.VisitAsync("phone");
        await Door.SignInAsync(phone.Context, ada.Name);
        await phone.OpenAsync("general");
        await Expect(Mark(phone, room)).ToHaveCountAsync(1);
    }

    private static ILocator Mark(Person person, string room) => person.Room.Link(room).Locator(".draft-sign:not([hidden])");
}
