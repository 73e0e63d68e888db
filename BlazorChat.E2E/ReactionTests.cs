using BlazorChat.E2E.Hosting;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class ReactionTests(Chat chat)
{
    [Fact]
    public async Task Reactions_toggle_on_both_sides()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("React");
        await grace.OpenAsync(room);
        await ada.Room.SayAsync("ship it?");
        await Expect(grace.Room.Message("ship it?")).ToBeVisibleAsync();

        await grace.Room.ActAsync("ship it?", "react");
        await grace.Page.Locator(".emoji-picker").GetByText("👍", new() { Exact = true }).First.ClickAsync();

        var onAdas = ada.Room.Message("ship it?").Locator("button.reaction");
        var onGraces = grace.Room.Message("ship it?").Locator("button.reaction");
        await Expect(onGraces).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(onAdas).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(onAdas).ToHaveAttributeAsync("title", grace.Name);

        await onAdas.ClickAsync();
        await Expect(onGraces.Locator(".count")).ToHaveTextAsync("2");
        await onGraces.ClickAsync();
        await Expect(onAdas.Locator(".count")).ToHaveTextAsync("1");
        await onAdas.ClickAsync();
        await Expect(onGraces).ToHaveCountAsync(0);
    }
}
