using BlazorChat.Core;

namespace BlazorChat.Web.Features.Account;

/// <summary>The device of a sign-in and its address: enough for its owner to recognise it.</summary>
/// <param name="Name"><c>Chrome on Linux</c>, or a program's own name.</param>
/// <param name="Address">The IP address.</param>
public sealed record Device(string Name, string Address)
{
    private const int MaxNameLength = 40;

    // The order matters: most browsers claim to be others, too.
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
         ("Macintosh", "macOS"), ("Linux", "Linux")];

    public static Device Of(HttpContext http) =>
        new(NameOf(http.Request.Headers.UserAgent.ToString()), http.Connection.RemoteIpAddress?.ToString() ?? "");

    internal static string NameOf(string userAgent)
    {
        var browser = Find(Browsers, userAgent);
        if (browser is null)
            return PlainLine.Clean(userAgent.Split('/', ' ')[0]) is { Length: > 0 } program
                ? program[..Math.Min(program.Length, MaxNameLength)]
                : "Unknown program";
        return Find(Systems, userAgent) is { } system ? $"{browser} on {system}" : browser;
    }

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
