using System.Buffers;
using BlazorChat.Core.Live;

namespace BlazorChat.Web.Live;

/// <summary>Writes events into the HTTP response. Works over TLS, HTTP/2 and everything else that the server supports.</summary>
internal sealed class ResponseWriter(HttpResponse response, WaitingWrite waiting) : IEventWriter
{
    /// <summary>Sets the headers of an event stream and writes its first bytes.</summary>
    public void Begin(byte[] preamble)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-transform";
        response.Headers["X-Accel-Buffering"] = "no"; // nginx
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
}
