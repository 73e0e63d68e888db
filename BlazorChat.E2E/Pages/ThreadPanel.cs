using Microsoft.Playwright;

namespace BlazorChat.E2E.Pages;

/// <summary>A thread beside the conversation.</summary>
public sealed class ThreadPanel(IPage page)
{
    public ILocator Panel => page.Locator("#side");

    public ILocator Root => Panel.Locator(".thread-root .message");

    public ILocator Replies => Panel.Locator(".items > .message");

    public ILocator Composer => Panel.GetByRole(AriaRole.Textbox, new() { Name = "Reply in thread" });

    public ILocator Typing => Panel.Locator(".typing-slot");

    /// <summary>Under a message of the room: how many replies it has.</summary>
    public ILocator LineOf(string text) => page.Locator("#timeline .message", new() { HasText = text }).Locator(".thread-line");

    /// <summary>The entry above the rooms.</summary>
    public ILocator Link => page.Locator(".threads-link");

    public async Task BeginAsync(string text)
    {
        await page.Locator("#timeline .message", new() { HasText = text }).HoverAsync();
        await page.Locator(".actions [data-act=thread]").ClickAsync();
        await Assertions.Expect(Panel).ToBeVisibleAsync();
    }

    public async Task ReplyAsync(string text, bool alsoInRoom = false)
    {
        if (alsoInRoom)
            await Panel.Locator(".also input").CheckAsync();
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
    }

    public Task CloseAsync() => Panel.GetByRole(AriaRole.Link, new() { Name = "Close" }).ClickAsync();
}
