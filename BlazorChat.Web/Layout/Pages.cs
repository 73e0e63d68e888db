using BlazorChat.Web.Live;
using MudBlazor.Services;

namespace BlazorChat.Web.Layout;

/// <summary>The pages, and what their islands need.</summary>
internal static class Pages
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddScoped<LiveModule>();
        return services;
    }

    public static void MapPages(this IEndpointRouteBuilder routes) =>
        routes.MapRazorComponents<App>()
            // Our own content security policy says who may frame the page.
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
}
