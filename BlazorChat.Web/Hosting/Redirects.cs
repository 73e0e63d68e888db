using System.Text;
using Microsoft.Net.Http.Headers;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Encodes the target of a redirect as ASCII: <c>/room/général</c> as <c>/room/g%C3%A9n%C3%A9ral</c>. Blazor's own redirects
/// decode the address, and Kestrel refuses such a header value.
/// </summary>
internal static class Redirects
{
    /// <summary>Lets Kestrel accept any letter in this one header. Only ASCII is sent.</summary>
    public static Encoding? EncodingOf(string header) => header == HeaderNames.Location ? Encoding.UTF8 : null;

    public static void UseAsciiLocations(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static response => Escape((HttpResponse)response), http.Response);
        return next(http);
    });

    private static Task Escape(HttpResponse response)
    {
        if (response.Headers.Location.ToString() is { Length: > 0 } location && location.Any(c => c is ' ' or > '~'))
            response.Headers.Location = string.Concat(location.EnumerateRunes().Select(rune =>
                rune.Value is ' ' or > '~' ? Uri.EscapeDataString(rune.ToString()) : rune.ToString()));
        return Task.CompletedTask;
    }
}
