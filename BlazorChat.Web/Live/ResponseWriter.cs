using System.Buffers;
using BlazorChat.Core.Live;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Live;

/// <summary>Writes events into the HTTP response. Works over TLS, HTTP/2 and everything else that the server supports.</summary>
internal sealed class ResponseWriter(HttpContext http, WaitingWrite waiting) : IEventWriter
{
    private readonly HttpResponse response = http.Response;

    public CancellationToken Closed => http.RequestAborted;

    /// <summary>Sets the headers of an event stream and writes its first bytes.</summary>
    public void Begin(byte[] preamble)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-transform";
        response.Headers["X-Accel-Buffering"] = "no"; // nginx
        // Such a connection is closed with its stream.
        if (DetachableConnection.Of(http) is not null)
            response.Headers.Connection = "close";
        response.BodyWriter.Write(preamble);
    }

    public ValueTask WriteAsync(ReadOnlySpan<ChatEvent> events, Subscriber reader)
    {
        foreach (var chatEvent in events)
            response.BodyWriter.Write(chatEvent.For(reader).Frame.Span);
        if (events.IsEmpty)
            response.BodyWriter.Write(IEventWriter.SignOfLife);
        return waiting.AwaitAsync(response.BodyWriter.FlushAsync(waiting.Token));
    }

    // The server does it when the request ends.
    public ValueTask EndAsync() => ValueTask.CompletedTask;

    public void Abort() => http.Abort();
}
