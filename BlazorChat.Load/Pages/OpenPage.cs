using System.Net;
using System.Text.RegularExpressions;
using BlazorChat.Load.Client;

namespace BlazorChat.Load.Pages;

/// <summary>
/// What a browser asks of the server to have a room's page open: the sign-in page, its form, the room's page and the live events,
/// on connections of its own that stay open. Scripts and styles are left out: they are the same bytes for everybody.
/// </summary>
internal sealed partial class OpenPage : IDisposable
{
    private readonly HttpClient http;
    private Stream? events;

    private OpenPage(Uri address) => http = new HttpClient(new SocketsHttpHandler
    {
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        AutomaticDecompression = DecompressionMethods.GZip,
    })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(5),
        DefaultRequestHeaders = { { "Accept", "text/html" }, { "Sec-Fetch-Site", "same-origin" } },
    };

    public static async Task<OpenPage> OpenAsync(LoadAccount account, string room, CancellationToken ct)
    {
        var page = new OpenPage(account.Http.BaseAddress!);
        var form = await page.http.GetStringAsync("/account/login", ct);
        using var filled = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "login",
            ["__RequestVerificationToken"] = Token().Match(form).Groups["token"].Value,
            ["Input.Username"] = account.Name,
            ["Input.Password"] = LoadAccount.Password,
        });
        using (var signedIn = await page.http.PostAsync("/account/login", filled, ct))
            if (!signedIn.IsSuccessStatusCode)
                throw new LoadException($"Signing in by the form: {(int)signedIn.StatusCode}");
        await page.http.GetStringAsync($"/room/{room}", ct);
        page.events = await page.http.GetStreamAsync("/chat/events", ct);
        _ = page.ReadAsync(ct);
        return page;
    }

    public void Dispose()
    {
        events?.Dispose();
        http.Dispose();
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        await Task.Yield();
        await events!.CopyToAsync(Stream.Null, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"")]
    private static partial Regex Token();
}
