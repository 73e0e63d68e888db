using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class PinTests(Chat chat)
{
    [Fact]
    public async Task What_one_pins_another_sees_marked_and_finds_under_Pinned_until_it_is_unpinned()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Pins");
        await grace.OpenAsync(room);
        await ada.Room.SayAsync("the plan for Monday");
        await ada.Room.SayAsync("something else");
        await Expect(grace.Room.Message("the plan for Monday")).ToBeVisibleAsync();

        await ada.Room.ActAsync("the plan for Monday", "pin");

        await Expect(grace.Room.Message("the plan for Monday").GetByText("Pinned", new() { Exact = true })).ToBeVisibleAsync();
        await grace.Page.GetByRole(AriaRole.Link, new() { Name = "Pinned", Exact = true }).ClickAsync();
        var pinned = grace.Page.Locator(".pinned");
        await Expect(pinned).ToHaveCountAsync(1);
        await Expect(pinned).ToContainTextAsync("the plan for Monday");

        await ada.Room.ActAsync("something else", "pin");
        await Expect(pinned).ToHaveCountAsync(2);
        await Expect(pinned.First).ToContainTextAsync("something else");
        await pinned.First.GetByRole(AriaRole.Button, new() { Name = $"Unpin the message of {ada.Name}" }).ClickAsync();
        await Expect(pinned).ToHaveCountAsync(1);
        await Expect(ada.Room.Message("something else").Locator(".pinned-mark")).ToHaveCountAsync(0);

        await pinned.GetByRole(AriaRole.Link, new() { Name = "Show in the conversation" }).ClickAsync();
        await Expect(grace.Room.Message("the plan for Monday")).ToBeInViewportAsync();
    }
}
