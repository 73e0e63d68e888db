using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Opens the HTTP interface to pages of other origins (<c>Chat:AllowedOrigins</c>). They show a bearer token: a cookie of
/// theirs signs nobody in. See https://fetch.spec.whatwg.org/#http-cors-protocol.
/// </summary>
internal static partial class AllowedOrigins
{
    // Two hours, more than which Chromium does not keep.
    private const string MaxAge = "7200";

    private const string Methods = "GET, HEAD, POST, PUT, PATCH, DELETE";

    // The star stands for all others, but never for this one.
    private const string Headers = "*, Authorization";

    // Pages may always read the type, length and age of an answer.
    private const string Exposed = "Accept-Ranges, Content-Disposition, Content-Range, ETag, Location, Retry-After, WWW-Authenticate";

    public static void UseAllowedOrigins(this IApplicationBuilder app)
    {
        var allowed = app.ApplicationServices.GetRequiredService<IOptions<HostingOptions>>().Value.AllowedOrigins
            .Select(Parse).OfType<string>().ToFrozenSet();
        if (allowed.Count > 0)
            app.Use((http, next) => AnswerAsync(http, next, allowed));
    }

    /// <returns>The origin as browsers write it; null if the text is none.</returns>
    public static string? Parse(string text) =>
        Shape().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out var uri)
            ? new UriBuilder(uri.Scheme, uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost, uri.Port)
                .Uri.GetLeftPart(UriPartial.Authority)
            : null;

    private static Task AnswerAsync(HttpContext http, RequestDelegate next, FrozenSet<string> allowed)
    {
        var origin = http.Request.Headers.Origin.ToString();
        var isAllowed = allowed.Contains(origin) && !SameOrigin.IsFromHere(http.Request);
        // At the last moment, because an error clears what was set before.
        http.Response.OnStarting(() =>
        {
            // Also where no origin is named: a cache must not hand that answer to a page elsewhere.
            http.Response.Headers.Append("Vary", "Origin");
            if (isAllowed)
                (http.Response.Headers.AccessControlAllowOrigin, http.Response.Headers.AccessControlExposeHeaders) = (origin, Exposed);
            return Task.CompletedTask;
        });
        if (!isAllowed)
            return next(http);
        http.Request.Headers.Cookie = default;
        return IsPreflight(http.Request) ? Permit(http.Response) : next(http);
    }

    private static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.AccessControlRequestMethod.Count > 0;

    private static Task Permit(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = Methods;
        response.Headers.AccessControlAllowHeaders = Headers;
        response.Headers.AccessControlMaxAge = MaxAge;
        return Task.CompletedTask;
    }

    /// <summary>A scheme, a host and perhaps a port, and nothing after them.</summary>
    [GeneratedRegex(@"^https?://[^\s/\\?#@*]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
