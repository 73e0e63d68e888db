using BlazorChat.Web.Bundles;

namespace BlazorChat.Web.Hosting;

/// <summary>The security headers of every response.</summary>
internal static class SecurityHeaders
{
    /// <summary>The headers of pages and their files.</summary>
    public static void UsePageHeaders(this IApplicationBuilder app) =>
        app.UseSecurityHeaders(new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddReferrerPolicySameOrigin()
            // Sent only over secure connections.
            .AddStrictTransportSecurityMaxAge()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                csp.AddBaseUri().Self();
                csp.AddObjectSrc().None();
                csp.AddFrameAncestors().None();
                csp.AddFormAction().Self();
                csp.AddScriptSrc().Self().WithHash256(app.ApplicationServices.GetRequiredService<SiteBundles>().ImportMapHash);
                // MudBlazor sets style attributes and renders its theme as a style element.
                csp.AddStyleSrc().Self().UnsafeInline();
                csp.AddImgSrc().Self().Data().Blob();
            })
            .RemoveServerHeader());

    /// <summary>Browsers must not guess the type of a response. Browsers and proxies must not store private ones.</summary>
    public static void UseAnswerHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(state => SetHeaders((HttpContext)state), http);
        return next(http);
    });

    private static Task SetHeaders(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (headers.CacheControl.Count == 0 && !IsStatic(http))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static bool IsStatic(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}
