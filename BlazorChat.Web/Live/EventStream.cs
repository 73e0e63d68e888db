using System.Net.Sockets;
using BlazorChat.Core.Live;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace BlazorChat.Web.Live;

/// <summary>Answers requests with streams. Where it can, a stream takes over the request's connection and lets the request end.</summary>
internal sealed class EventStream(Replay replay, WaitingWrites writes, OpenStreams open, ILogger<OpenStream> logger)
{
    /// <summary>The response that sends events to a reader until they leave or are cut off.</summary>
    public IResult For(LiveReader reader, string? cursor) => new Answer(this, reader, cursor);

    private async Task RunAsync(HttpContext http, LiveReader reader, string? cursor)
    {
        // The server's own limit would also count delays that are our fault. HTTP/2 has none for a single response.
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        // Frees the token: otherwise each open stream would keep one in memory.
        http.Request.Headers.Authorization = default;
        var waiting = new WaitingWrite(writes, SocketOf(http));
        var response = new ResponseWriter(http, waiting);
        var stream = new OpenStream(reader, replay, waiting, logger);
        if (await stream.BeginAsync(response, cursor) is not { } caughtUp)
            return;
        var socket = SocketWriter.TryTakeOver(http, waiting);
        Task following;
        using (ExecutionContext.SuppressFlow())
            following = stream.FollowAsync((IEventWriter?)socket ?? response, caughtUp);
        if (socket is null)
            await following;
        else
            open.Add(following);
    }

    // Over HTTP/2 one stream may be held up while others on the same connection go on, so the socket says nothing about it.
    private static Socket? SocketOf(HttpContext http) =>
        HttpProtocol.IsHttp11(http.Request.Protocol) ? http.Features.Get<IConnectionSocketFeature>()?.Socket : null;

    private sealed class Answer(EventStream stream, LiveReader reader, string? cursor) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => stream.RunAsync(httpContext, reader, cursor);
    }
}
