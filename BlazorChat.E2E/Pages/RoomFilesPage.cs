using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;

namespace BlazorChat.E2E.Pages;

/// <summary>What was shared in a room: the page beside its messages.</summary>
public sealed class RoomFilesPage(IPage page)
{
    public ILocator Found => page.Locator("room-files .files-found");

    public ILocator Search => page.GetByRole(AriaRole.Searchbox, new() { Name = "Search files by name" });

    public ILocator Names => Found.Locator("li .file-name");

    /// <summary>From the room's messages, by the tab. What is drawn next is live.</summary>
    public async Task OpenAsync()
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "In this room" }).GetByRole(AriaRole.Link, new() { Name = "Files" }).ClickAsync();
        await page.IsAtAsync("/files");
        await Assertions.Expect(Found).ToBeVisibleAsync();
    }

    public async Task ChooseAsync(string kind)
    {
        var link = page.GetByRole(AriaRole.Navigation, new() { Name = "Kinds of files" }).GetByRole(AriaRole.Link, new() { Name = kind, Exact = true });
        await link.ClickAsync();
        await Assertions.Expect(link).ToHaveAttributeAsync("aria-current", "page");
    }

    public async Task SearchAsync(string name)
    {
        await Search.FillAsync(name);
        await Search.PressAsync("Enter");
    }

    public Task ShowInConversationAsync(string name) =>
        Found.GetByRole(AriaRole.Link, new() { Name = $"Show {name} in the conversation" }).ClickAsync();
}
