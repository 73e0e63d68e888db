using BlazorChat.Web.Bundles;
using BlazorChat.Web.Conversation;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Islands;
using BlazorChat.Web.Layout;
using BlazorChat.Web.Ui;
using MudBlazor.Services;

namespace BlazorChat.Web;

/// <summary>Registers the pages and what their islands need.</summary>
internal static class PageServices
{
    // A browser sends answers of the API to islands: thousands of members. The default limit of 32 KiB would end the circuit. Only
    // signed-in users have one.
    private const int LargestMessage = 8 * 1024 * 1024;

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
        services.AddMudServices();
        services.AddScoped<LiveModule>();
        services.AddSingleton(provider => new Lazy<Task<Bundle>>(() => ThemeSheet.MakeAsync(provider)));
    }

    public static void UsePages(this WebApplication app) =>
        app.UseWhen(http => HttpMethods.IsGet(http.Request.Method) && http.Request.Path.StartsWithSegments("/room"), rooms => rooms.Use(MessagesOnlyGzip.CompressAsync));

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapMethods($"/{Bundle.Folder}/{{file}}", ["GET", "HEAD"], (string file, SiteBundles bundles, HttpContext http) => bundles.Answer(http, file))
            .ExcludeFromDescription();
        app.MapGet("/css/theme.css", async (string? v, Lazy<Task<Bundle>> theme, HttpContext http) => (await theme.Value).Answer(http, v))
            .ExcludeFromDescription();
        app.MapPost("/account/logout", async (HttpContext http, BrowserSignIn browser) =>
        {
            await browser.EndAsync(http);
            return Results.LocalRedirect("~/account/logged-out");
        }).ExcludeFromDescription();
        // Pages are for people only: otherwise an access token could do on a page what the endpoints refuse.
        app.MapRazorComponents<App>().RequireSignIn()
            // The policy of all pages already says so, more strictly.
            .AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
    }
}
