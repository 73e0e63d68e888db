using Microsoft.AspNetCore.Authentication.Cookies;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// Where the connection is secure, the cookie's name makes browsers refuse it from anywhere else: another host of the same
/// site, or a page that was not secure, cannot set it.
/// </summary>
internal sealed class DoorCookies : ICookieManager
{
    // https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
    private const string OfThisHost = "__Host-";
    // Below a path of the host, the cookie goes there only, which browsers refuse a cookie of the whole host.
    private const string Secure = "__Secure-";

    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, NameOf(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        cookies.DeleteCookie(context, NameOf(context, key), options);

    private static string NameOf(HttpContext context, string key) =>
        !context.Request.IsHttps ? key : (context.Request.PathBase.HasValue ? Secure : OfThisHost) + key;
}
