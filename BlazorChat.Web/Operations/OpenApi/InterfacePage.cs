using System.IO.Compression;
using System.Net.Mime;
using BlazorChat.Web.Bundles;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace BlazorChat.Web.Operations.OpenApi;

/// <summary>
/// <c>/openapi</c>: the document as a page, drawn by Scalar. Its package's own page has an inline script, which the policy of our
/// pages refuses; so the page is ours and only the script is Scalar's.
/// </summary>
internal static class InterfacePage
{
    private const string Script = "ScalarStaticAssets.scalar.js";

    private static readonly EntityTagHeaderValue scriptTag = new($"\"{typeof(ScalarOptions).Assembly.ManifestModule.ModuleVersionId:N}\"");

    public static void MapInterfacePage(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        routes.MapGet("/openapi", Show).ExcludeFromDescription();
        routes.MapGet("/openapi/scalar.js", Draw).ExcludeFromDescription();
    }

    private static IResult Show(HttpRequest request) => Results.Text(
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
            <meta charset="utf-8" />
            <title>The HTTP interface · BlazorChat</title>
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <link rel="icon" type="image/svg+xml" href="{request.PathBase}/favicon.svg" />
            <link rel="stylesheet" href="{request.PathBase}/openapi.css" />
            <script src="{request.PathBase}/openapi/scalar.js" defer></script>
            <script src="{request.PathBase}/js/openapi.js" type="module"></script>
        </head>
        <body>
            <main id="interface" data-at="{request.PathBase}"></main>
            <noscript>Without scripts: <a href="{request.PathBase}/openapi/v1.json">the document itself</a>.</noscript>
        </body>
        </html>
        """,
        MediaTypeNames.Text.Html, System.Text.Encoding.UTF8);

    // Compressed in the package. No browser goes without.
    private static IResult Draw(HttpContext http)
    {
        var script = typeof(ScalarOptions).Assembly.GetManifestResourceStream(Script)!;
        http.Response.Headers.CacheControl = "public, no-cache";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (!http.Request.Accepts("gzip"))
            return Results.Stream(new GZipStream(script, CompressionMode.Decompress), MediaTypeNames.Text.JavaScript);
        http.Response.Headers.ContentEncoding = "gzip";
        return Results.Stream(script, MediaTypeNames.Text.JavaScript, entityTag: scriptTag);
    }
}
