using BlazorChat.Core.Rooms;

namespace BlazorChat.Web.Conversation;

/// <summary>The room that this browser last looked at. The front page leads there.</summary>
internal static class LastRoom
{
    private const string Cookie = "room";

    public static string Of(HttpContext http) => http.Request.Cookies[Cookie] is { Length: > 0 } room ? room : Room.DefaultId;

    public static void Remember(HttpContext http, string roomId) => http.Response.Cookies.Append(Cookie, roomId, new CookieOptions
    {
        Path = http.Request.PathBase.HasValue ? http.Request.PathBase : "/",
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
    });
}
