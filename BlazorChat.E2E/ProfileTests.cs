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
    public async Task A_picture_takes_the_place_of_the_initials()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Faces");
        await ada.Room.SayAsync("Look at me");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        await grace.OpenAsync(room);

        await new SettingsPage(ada.Page).OpenAsync();
        await ada.Page.GetByLabel("Picture").SetInputFilesAsync(new FilePayload { Name = "me.png", MimeType = "image/png", Buffer = Picture });
        await new SettingsPage(ada.Page).PressAsync("Upload picture");
        await Expect(ada.Page.GetByText("Your picture is changed")).ToBeVisibleAsync();

        var face = grace.Room.Message("Look at me").Locator(".avatar img");
        await Expect(face).ToHaveAttributeAsync("src", new System.Text.RegularExpressions.Regex("^/?chat/users/.+/avatar\\?v="));
        await grace.Page.WaitForFunctionAsync("() => document.querySelector('chat-timeline .avatar img').naturalWidth === 256");

        await new SettingsPage(ada.Page).PressAsync("Remove picture");
        await Expect(face).ToHaveCountAsync(0);
        await Expect(grace.Room.Message("Look at me").Locator(".avatar")).ToContainTextAsync("A");
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

    // A red dot.
    private static byte[] Picture => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==");

    // How it is named and drawn, without what the browser added for whoever looks.
    private static string[] Facts(string html) =>
    [
        .. System.Text.RegularExpressions.Regex.Matches(html, "aria-label=\"[^\"]*\"|class=\"name\"[^>]*>[^<]*<|class=\"avatar\".*?</span>").Select(m => m.Value),
    ];
}
