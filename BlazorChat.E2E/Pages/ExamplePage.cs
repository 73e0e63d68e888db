using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;

namespace BlazorChat.E2E.Pages;

/// <summary>One of the apps in <c>clients/examples</c>: both look the same.</summary>
public sealed class ExamplePage(IPage page)
{
    public ILocator Texts => page.Locator(".messages .message .text");

    public ILocator OnTheirWay => page.Locator(".messages .outgoing");

    public ILocator Bar => page.Locator(".chat-room .bar");

    public ILocator Typing => page.Locator(".chat-room .typing");

    public ILocator Error => page.GetByRole(AriaRole.Alert);

    public ILocator Text(string text) => Texts.Filter(new() { HasText = text });

    /// <param name="chat">Where the chat is.</param>
    /// <param name="name">The username.</param>
    /// <param name="password">The password.</param>
    public async Task SignInAsync(Uri chat, string name, string password = Person.Password)
    {
        await page.GetByLabel("Chat").FillAsync(chat.ToString());
        await page.GetByLabel("Username").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public Task ChooseAsync(string room) => page.GetByLabel("Room").SelectOptionAsync(room);

    public async Task SayAsync(string text)
    {
        await page.GetByLabel("Message", new() { Exact = true }).FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }
}
