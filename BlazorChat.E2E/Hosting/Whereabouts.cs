using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BlazorChat.E2E.Hosting;

internal static class Whereabouts
{
    /// <summary>
    /// The page's path begins or goes on with this. Playwright's own <c>WaitForURLAsync</c> also waits for the page to be
    /// loaded, and waits in vain if that happens just as it begins to listen.
    /// </summary>
    public static Task IsAtAsync(this IPage page, string path) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex("^[^?#]*" + Regex.Escape(path)));
}
