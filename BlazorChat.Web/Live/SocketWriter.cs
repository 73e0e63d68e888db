using System.Buffers;
using System.Buffers.Text;
using System.Net.Sockets;
using BlazorChat.Core.Live;
using Microsoft.AspNetCore.Connections.Features;

namespace BlazorChat.Web.Live;

/// <summary>
/// Sends events straight down the socket of a plain HTTP/1.1 connection, as chunks of the response that the server began
/// and will end. One system call for all that is queued, without the two hand-overs between threads that a response's
/// own pipe costs: half of a delivery (see docs/performance.md).
/// </summary>
internal sealed class SocketWriter : IEventWriter
{
    private const int LongestHead = 10; // eight hexadecimal digits and a line end

    // What a reader who does not read may keep in the kernel, besides their queue.
    private const int KernelBuffer = 64 * 1024;

    [ThreadStatic]
    private static byte[]? scratch;

    private readonly Socket socket;
    private readonly WriteTimeout timeout;

    private SocketWriter(Socket socket, WriteTimeout timeout)
    {
        (this.socket, this.timeout) = (socket, timeout);
        timeout.Rest();
        socket.Blocking = false;
        socket.SendBufferSize = KernelBuffer;
    }

    /// <summary>
    /// Takes the connection over, where nothing stands between the response and the socket. Everything written to the
    /// response must have been flushed: the server's output buffer is set so small that a flush means sent.
    /// </summary>
    public static SocketWriter? TryTakeOver(HttpContext http, WriteTimeout timeout) =>
        http.Response.Headers.TransferEncoding == "chunked" &&
        http.Features.Get<ITlsHandshakeFeature>() is null &&
        http.Features.Get<IConnectionSocketFeature>() is { Socket: var socket }
            ? new SocketWriter(socket, timeout)
            : null;

    public ValueTask WriteAsync(IReadOnlyList<ChatEvent> events, Subscriber reader)
    {
        var length = events.Count == 0 ? IEventWriter.SignOfLife.Length : 0;
        for (var n = 0; n < events.Count; n++)
            length += events[n].For(reader).Frame.Length;
        var chunk = Chunk(events, reader, length);
        var sent = socket.Send(chunk, SocketFlags.None, out var error);
        if (sent == chunk.Length)
            return ValueTask.CompletedTask;
        return error is SocketError.Success or SocketError.WouldBlock
            ? timeout.AwaitAsync(SendAllAsync(chunk[Math.Max(0, sent)..].ToArray()))
            : ValueTask.FromException(new SocketException((int)error));
    }

    private async ValueTask<int> SendAllAsync(ReadOnlyMemory<byte> rest)
    {
        while (!rest.IsEmpty)
            rest = rest[await socket.SendAsync(rest, timeout.Token)..];
        return 0;
    }

    // https://www.rfc-editor.org/rfc/rfc9112#section-7.1
    private static ReadOnlySpan<byte> Chunk(IReadOnlyList<ChatEvent> events, Subscriber reader, int length)
    {
        var buffer = scratch is { } kept && kept.Length >= length + LongestHead + 2
            ? kept
            : scratch = new byte[length + LongestHead + 2];
        Utf8Formatter.TryFormat(length, buffer, out var end, new StandardFormat('X'));
        end += Copy("\r\n"u8, buffer, end);
        for (var n = 0; n < events.Count; n++)
            end += Copy(events[n].For(reader).Frame, buffer, end);
        if (events.Count == 0)
            end += Copy(IEventWriter.SignOfLife, buffer, end);
        end += Copy("\r\n"u8, buffer, end);
        return buffer.AsSpan(0, end);
    }

    private static int Copy(ReadOnlySpan<byte> from, byte[] to, int at)
    {
        from.CopyTo(to.AsSpan(at));
        return from.Length;
    }
}
