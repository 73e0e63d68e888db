using Microsoft.AspNetCore.Authentication.Cookies;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// Names the cookies. On a secure connection the name has a prefix that makes browsers accept the cookie only from this
/// host: another host of the same site, or an insecure page, cannot set it.
/// </summary>
internal sealed class DoorCookies : ICookieManager
{
    /// <summary>The cookie that says who has signed in.</summary>
    public const string SignIn = "blazorchat";

    // https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
    private const string OfThisHost = "__Host-";
    // Below a path, the cookie is limited to that path, which the prefix <c>__Host-</c> does not allow.
    private const string Secure = "__Secure-";

    // What a cookie says that was too long and is sent in several.
    private const string InChunks = "chunks-";

    private readonly ChunkingCookieManager cookies = new();

    /// <returns>What a cookie says; null if there is none, or if it is sent in several.</returns>
    public static string? Find(HttpContext http, string key) =>
        http.Request.Cookies[NameOf(http, key)] is { Length: > 0 } value && !value.StartsWith(InChunks, StringComparison.Ordinal) ? value : null;

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, NameOf(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        cookies.DeleteCookie(context, NameOf(context, key), options);

    private static string NameOf(HttpContext context, string key) =>
        !context.Request.IsHttps ? key : (context.Request.PathBase.HasValue ? Secure : OfThisHost) + key;
}
