using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;

namespace BlazorChat.E2E.Pages;

/// <summary>The doors: making an account and signing in.</summary>
public sealed class AccountPage(IPage page)
{
    private ILocator Username => page.GetByLabel("Username", new() { Exact = true });

    private ILocator Password => page.GetByLabel("Password", new() { Exact = true });

    public ILocator Errors => page.GetByRole(AriaRole.Alert);

    public async Task RegisterAsync(string name, string password)
    {
        await page.GotoAsync("account/register");
        await FillInAsync(name, password);
    }

    /// <summary>On the page for new accounts, however one came there.</summary>
    public async Task FillInAsync(string name, string password)
    {
        await Username.FillAsync(name);
        await Password.FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
    }

    public async Task SignInAsync(string name, string password)
    {
        await page.GotoAsync("/account/login");
        await Username.FillAsync(name);
        await Password.FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    internal async Task SignInByPasskeyAsync(Authenticator authenticator)
    {
        const string options = "**/auth/passkeys/request-options";
        // Until it is touched, what the page offers while a name is typed stays open.
        await authenticator.TouchAsync(false);
        await page.RunAndWaitForResponseAsync(() => page.GotoAsync("/account/login"), options);
        // A device that was not touched when it is asked answers no more: it is touched before the button asks it.
        await page.RouteAsync(options, async route =>
        {
            await authenticator.TouchAsync(true);
            await route.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey", Exact = true }).ClickAsync();
        await page.IsAtAsync("/room/");
        await page.UnrouteAsync(options);
    }
}
