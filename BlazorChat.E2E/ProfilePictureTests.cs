using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>Everybody in General asks for a picture that is new there, and finds nothing if it is gone by then.</summary>
[Collection(Alone.Name)]
public sealed class ProfilePictureTests(Chat chat)
{
    [Fact]
    public async Task A_picture_takes_the_place_of_the_initials()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Faces");
        await ada.Room.SayAsync("Look at me");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        await grace.OpenAsync(room);

        await new SettingsPage(ada.Page).OpenAsync();
        await ada.Page.GetByLabel("Choose a picture").SetInputFilesAsync(new FilePayload { Name = "me.png", MimeType = "image/png", Buffer = Picture });
        await new SettingsPage(ada.Page).PressAsync("Save picture");
        await Expect(ada.Page.GetByText("Your picture is changed")).ToBeVisibleAsync();

        var face = grace.Room.Message("Look at me").Locator(".avatar img");
        await Expect(face).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("^/?chat/users/.+/avatar\\?v="));
        await grace.Page.WaitForFunctionAsync("() => document.querySelector('chat-timeline .avatar img').naturalWidth === 256");

        await new SettingsPage(ada.Page).PressAsync("Remove picture");
        await Expect(face).ToHaveCountAsync(0);
        await Expect(grace.Room.Message("Look at me").Locator(".avatar")).ToContainTextAsync("A");
    }

    [Fact]
    public async Task A_picture_that_was_chosen_is_saved_with_the_rest_of_the_profile()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await new SettingsPage(ada.Page).OpenAsync();
        await ada.Page.GetByLabel("Choose a picture").SetInputFilesAsync(new FilePayload { Name = "me.png", MimeType = "image/png", Buffer = Picture });
        await ada.Page.GetByLabel("Status").FillAsync("Looking better");

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await Expect(ada.Page.GetByText("Your profile is saved")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator("[data-picture] .avatar img")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByLabel("Status")).ToHaveValueAsync("Looking better");
    }

    // A red dot.
    private static byte[] Picture => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==");
}
