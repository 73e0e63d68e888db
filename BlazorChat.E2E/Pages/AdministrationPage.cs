using Microsoft.Playwright;

namespace BlazorChat.E2E.Pages;

/// <summary>The pages of administration.</summary>
public sealed class AdministrationPage(IPage page)
{
    public ILocator Main => page.Locator("#administration");

    /// <summary>What a table has loaded, not the shapes of what is coming.</summary>
    public ILocator Rows => Main.Locator("tbody tr:has(td[data-label])");

    public ILocator Heading => Main.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Number(string name) => Main.Locator($"[data-number='{name}']");

    public ILocator Act(string name) => Main.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>By the navigation, as people do.</summary>
    public async Task GoToAsync(string place)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Administration" }).GetByRole(AriaRole.Link, new() { Name = place, Exact = true }).ClickAsync();
        await Assertions.Expect(Heading).ToHaveTextAsync(place);
    }

    public async Task FindPersonAsync(string name)
    {
        await GoToAsync("People");
        await Assertions.Expect(Rows.First).ToBeVisibleAsync(); // the table fills once the circuit is up
        await Main.GetByLabel("Name or e-mail").FillAsync(name);
        await Assertions.Expect(Rows).ToHaveCountAsync(1);
        await Rows.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Assertions.Expect(Heading).ToContainTextAsync(name);
    }

    /// <summary>Answers the question that an act asks.</summary>
    public async Task ConfirmAsync(string verb, string? reason = null)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        if (reason is not null)
            await dialog.GetByLabel("Reason").FillAsync(reason);
        await dialog.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }
}
