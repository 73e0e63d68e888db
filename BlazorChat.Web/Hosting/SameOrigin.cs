using Microsoft.AspNetCore.Identity;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Refuses what another site makes a signed-in browser send. SameSite does not help against another port of the same
/// host, and a POST without a body has not even the protection of its content type.
/// </summary>
internal static class SameOrigin
{
    public static void UseSameOriginOnly(this IApplicationBuilder app) => app.Use((http, next) =>
        IsSafe(http.Request.Method) || !IsByCookie(http) || IsFromHere(http.Request)
            ? next(http)
            : Problems.Of(StatusCodes.Status403Forbidden, "cross_origin", "This request came from another site.")
                .ExecuteAsync(http));

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsByCookie(HttpContext http) =>
        http.User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme;

    private static bool IsFromHere(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";
        // Browsers leave it out where the connection is not secure.
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) &&
            string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
