using BlazorChat.E2E.Hosting;
using BlazorChat.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>Two people behind an nginx that nobody prepared: it asks by HTTP/1.0 and knows no WebSockets.</summary>
public sealed class NginxTests(Chat chat)
{
    // The last one holds events back, whatever the chat says: the page notices, and asks for them instead. That the first one lets
    // them through at once is a test without a browser: a page on a slow machine may ask, too.
    [Theory]
    [InlineData(false, "gzip on; gzip_types *; gzip_proxied any;")]
    [InlineData(true, "gzip on; gzip_types *; gzip_proxied any; proxy_ignore_headers X-Accel-Buffering;")]
    public async Task Two_people_talk_through_it(bool holdsBack, string settings)
    {
        var (nginx, address) = await Nginx.StartInFrontOfAsync(chat.Server.Address, settings);
        await using var running = nginx;
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(Via: address));
        await using var grace = await chat.SignUpAsync("grace", new PersonOptions(Via: address));
        // Their circuits do without WebSockets, which the browser reports.
        ada.LosesConnection = grace.LosesConnection = true;
        var polls = ada.Page.WaitForRequestAsync(request => request.Url.Contains("/chat/poll", StringComparison.Ordinal));
        var room = await ada.CreateRoomAsync("Proxied");
        await grace.OpenAsync(room);

        if (holdsBack)
            await polls;
        await ada.Room.SayAsync("Does this get through?");

        await Expect(grace.Room.Message("Does this get through?")).ToBeVisibleAsync();
        await grace.Room.SayAsync("It does");
        await Expect(ada.Room.Message("It does")).ToBeVisibleAsync();
    }
}
