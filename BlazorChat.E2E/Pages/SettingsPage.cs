using Microsoft.Playwright;

namespace BlazorChat.E2E.Pages;

/// <summary>The pages of one's own account.</summary>
public sealed class SettingsPage(IPage page)
{
    public ILocator RecoveryCodes => page.GetByRole(AriaRole.List, new() { Name = "Recovery codes" }).GetByRole(AriaRole.Listitem);

    public ILocator Passkeys => page.GetByRole(AriaRole.List, new() { Name = "Passkeys" }).GetByRole(AriaRole.Listitem);

    public ILocator Sessions => page.GetByRole(AriaRole.List, new() { Name = "Sessions" }).GetByRole(AriaRole.Listitem);

    public ILocator Refusal => page.GetByText("wrong or used");

    public ILocator Done => page.GetByRole(AriaRole.Status);

    public Task<IResponse?> OpenAsync(string section = "") => page.GotoAsync("/account/manage" + section);

    /// <summary>Starts to set up two-factor sign-in.</summary>
    /// <returns>The secret for the authenticator app.</returns>
    public async Task<string> SetUpTwoFactorAsync(string password)
    {
        await OpenAsync("/security");
        await page.GetByText("Set it up").ClickAsync();
        await page.Locator("#setup-password").FillAsync(password);
        await PressAsync("Continue");
        return await page.Locator(".secret").InnerTextAsync();
    }

    /// <summary>
    /// Types what the app shows. A code is good for half a minute or two: where that was over before the answer came,
    /// the next one, as people do.
    /// </summary>
    internal async Task PassAsync(Func<string> code, string button)
    {
        do
        {
            await page.EvaluateAsync("() => void (document.documentElement.dataset.unanswered = '')");
            await TypeCodeAsync(code(), button);
            await page.WaitForFunctionAsync("() => !('unanswered' in document.documentElement.dataset) && document.readyState !== 'loading'");
        }
        while (await Refusal.IsVisibleAsync());
    }

    public async Task TypeCodeAsync(string code, string button)
    {
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
        await PressAsync(button);
    }

    public async Task AddPasskeyAsync(string name, string password)
    {
        await OpenAsync("/security");
        await page.GetByText("Add a passkey").ClickAsync();
        await page.GetByLabel("Name of this passkey").FillAsync(name);
        await page.Locator("#passkey-password").FillAsync(password);
        await PressAsync("Add passkey");
    }

    /// <returns>The token, shown once.</returns>
    public async Task<string> MakeTokenAsync(string name)
    {
        await OpenAsync("/tokens");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("What it may do").SelectOptionAsync("Read and write");
        await PressAsync("Make token");
        return await page.Locator("[data-token]").InnerTextAsync();
    }

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
