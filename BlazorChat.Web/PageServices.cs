using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Islands;
using BlazorChat.Web.Layout;
using BlazorChat.Web.Ui;
using MudBlazor.Services;

namespace BlazorChat.Web;

/// <summary>The pages, and what their islands need.</summary>
internal static class PageServices
{
    // A browser sends its islands' parameters back to start them, and what it was answered to whichever asked: hundreds of
    // rooms, thousands of members. The default of 32 KiB would cut the circuit. Only those who are signed in have one.
    private const int LargestMessage = 8 * 1024 * 1024;

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
        services.AddMudServices();
        services.AddScoped<LiveModule>();
        services.AddSingleton(provider => new Lazy<Task<ThemeSheet>>(() => ThemeSheet.MakeAsync(provider)));
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapGet("/css/theme.css", async (Lazy<Task<ThemeSheet>> theme, HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            return Results.Text((await theme.Value).Css, "text/css");
        }).ExcludeFromDescription();
        app.MapPost("/account/logout", async (HttpContext http, BrowserSignIn browser) =>
        {
            await browser.EndAsync(http);
            return Results.LocalRedirect("~/account/logged-out");
        }).ExcludeFromDescription();
        // Pages are for people: on them, a token would do what the endpoints of the same name refuse it.
        app.MapRazorComponents<App>().RequireSignIn()
            // The policy that all pages bear says it already, and stricter.
            .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
    }
}
