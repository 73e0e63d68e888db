using Microsoft.AspNetCore.Identity;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Refuses requests that another site makes a signed-in browser send. SameSite does not protect against another port of the
/// same host, and a POST without a body is not even protected by its content type.
/// </summary>
internal static class SameOrigin
{
    public static void UseSameOriginOnly(this IApplicationBuilder app) => app.Use((http, next) =>
        IsSafe(http.Request) || !IsByCookie(http) || IsFromHere(http.Request)
            ? next(http)
            : Problems.Of(StatusCodes.Status403Forbidden, "cross_origin", "This request came from another site.")
                .ExecuteAsync(http));

    // A GET that opens a WebSocket can do anything, and another site's page could read the answers.
    private static bool IsSafe(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) &&
        request.Headers.Upgrade.Count == 0;

    private static bool IsByCookie(HttpContext http) =>
        http.User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme;

    /// <summary>Whether our own page sent it, or a person who typed the address.</summary>
    public static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        // Browsers leave the header out on insecure connections.
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) &&
            string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
