using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BlazorChat.Tests.Support;

/// <summary>Another site, at every address of this machine. It notes what it is asked for.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, RequestDelegate> pages = [];
    private readonly ConcurrentQueue<string> asked = [];
    private readonly WebApplication app;

    public Site()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Any, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public int Port => new Uri(app.Urls.Single()).Port;

    /// <summary>Paths with their queries, in the order in which they were asked for.</summary>
    public IReadOnlyCollection<string> Asked => asked;

    public async ValueTask InitializeAsync() => await app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    /// <summary>The address of a page of its own, with this head.</summary>
    public string Page(string head, string? name = null) => Answer(name ?? Guid.NewGuid().ToString("N"), async http =>
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync($"<!doctype html><html><head>{head}</head><body>Body</body></html>");
    });

    /// <summary>The address of a picture of this size.</summary>
    public string Picture(int width, int height) => Answer(Guid.NewGuid().ToString("N"), async http =>
    {
        http.Response.ContentType = "image/png";
        await http.Response.Body.WriteAsync(PngFile.Black(width, height));
    });

    /// <summary>The address at which it answers in this way.</summary>
    public string Answer(string name, RequestDelegate how)
    {
        pages["/" + name] = how;
        return At("127.0.0.1", name);
    }

    /// <summary>The same under another name of this machine.</summary>
    public string At(string host, string name) => $"http://{host}:{Port}/{name}";

    /// <summary>How often a page was asked for.</summary>
    public int CountOf(string address) => asked.Count(path => path == new Uri(address).PathAndQuery);

    private Task AnswerAsync(HttpContext http)
    {
        asked.Enqueue(http.Request.Path + http.Request.QueryString);
        if (pages.TryGetValue(http.Request.Path, out var page))
            return page(http);
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
