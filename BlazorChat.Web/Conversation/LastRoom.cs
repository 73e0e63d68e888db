using BlazorChat.Core.Rooms;

namespace BlazorChat.Web.Conversation;

/// <summary>
/// The room that this browser last looked at. The front page leads there. Scripts note it, too (<c>ahead.js</c>): a page that they ask for
/// ahead of a click may never be seen.
/// </summary>
internal static class LastRoom
{
    private const string Cookie = "room";
    private const string Ahead = "Chat-Ahead";

    public static string Of(HttpContext http) => http.Request.Cookies[Cookie] is { Length: > 0 } room ? room : Room.DefaultId;

    public static void Remember(HttpContext http, string roomId)
    {
        if (http.Request.Headers.ContainsKey(Ahead))
            return;
        http.Response.Cookies.Append(Cookie, roomId, new CookieOptions
        {
            Path = http.Request.PathBase.HasValue ? http.Request.PathBase : "/",
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
        });
    }
}
