namespace BlazorChat.Web.Hosting;

/// <summary>The headers that every answer bears.</summary>
internal static class Security
{
    public static void UseSecurityHeaders(this WebApplication app) =>
        app.UseSecurityHeaders(new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicySameOrigin()
            // Sent where the connection is secure.
            .AddStrictTransportSecurityMaxAge()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                csp.AddBaseUri().Self();
                csp.AddObjectSrc().None();
                csp.AddFrameAncestors().None();
                csp.AddFormAction().Self();
                csp.AddScriptSrc().Self();
                // MudBlazor sets style attributes and renders its theme as a style element.
                csp.AddStyleSrc().Self().UnsafeInline();
                csp.AddImgSrc().Self().Data().Blob();
            })
            .RemoveServerHeader());

    /// <summary>What is private is not kept by browsers or proxies.</summary>
    public static void UseNoStore(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.Headers.CacheControl.Count == 0 && !IsStatic(http))
                http.Response.Headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    });

    private static bool IsStatic(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null;
}
