using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BlazorChat.E2E.Hosting;

/// <summary>
/// The forms of the doors, sent without drawing their pages: the browser gets the same cookie, and a test that is not
/// about signing in need not pay for it.
/// </summary>
internal static partial class Door
{
    public static Task RegisterAsync(IBrowserContext browser, string name) => SubmitAsync(browser, "account/register", name);

    public static Task SignInAsync(IBrowserContext browser, string name) => SubmitAsync(browser, "account/login", name);

    private static async Task SubmitAsync(IBrowserContext browser, string path, string name)
    {
        var page = await (await browser.APIRequest.GetAsync(path, new() { Timeout = Patience.Milliseconds })).TextAsync();
        // The first form is the one for a name and a password.
        var form = browser.APIRequest.CreateFormData();
        foreach (Match hidden in Hidden().Matches(page[..page.IndexOf("</form>", StringComparison.Ordinal)]))
            form.Set(hidden.Groups["name"].Value, hidden.Groups["value"].Value);
        form.Set("Input.Username", name);
        form.Set("Input.Password", Person.Password);
        // What it leads to need not be drawn, either.
        var answer = await browser.APIRequest.PostAsync(path, new() { Form = form, MaxRedirects = 0, Timeout = Patience.Milliseconds });
        Assert.Equal(302, answer.Status);
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"\s*/>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Hidden();
}
