using System.Net.Sockets;
using BlazorChat.Core.Live;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace BlazorChat.Web.Live;

/// <summary>
/// Sends events straight down the socket of a plain HTTP/1.1 connection, as chunks of the response that the server began. One
/// system call for all that is queued, without the two hand-overs between threads that a response's own pipe costs: half of a
/// delivery. The request itself ends, and the server frees what it keeps for one: most of what an idle stream costs (see
/// docs/performance.md).
/// </summary>
internal sealed class SocketWriter : IEventWriter
{
    // How many bytes the kernel may hold for a reader who does not read, besides their queue.
    private const int KernelBuffer = 64 * 1024;

    private static readonly byte[] SignOfLife = [.. "3\r\n"u8, .. IEventWriter.SignOfLife, .. "\r\n"u8];
    private static readonly byte[] LastChunk = [.. "0\r\n\r\n"u8];

    [ThreadStatic]
    private static byte[]? scratch;

    private readonly ConnectionContext connection;
    private readonly Socket socket;
    private readonly WaitingWrite waiting;

    private SocketWriter(ConnectionContext connection, Socket socket, WaitingWrite waiting)
    {
        (this.connection, this.socket, this.waiting) = (connection, socket, waiting);
        waiting.Rest();
        socket.Blocking = false;
        socket.SendBufferSize = KernelBuffer;
    }

    public CancellationToken Closed => connection.ConnectionClosed;

    /// <summary>
    /// Takes the connection over, where nothing stands between the response and the socket; then the request should end. Everything
    /// written to the response must have been flushed: the server's output buffer is set so small that a flush means sent.
    /// </summary>
    public static SocketWriter? TryTakeOver(HttpContext http, WaitingWrite waiting)
    {
        if (http.Response.Headers.TransferEncoding != "chunked" || http.Features.Get<IConnectionSocketFeature>() is not { Socket: var socket } ||
            DetachableConnection.Of(http) is not { } connection)
            return null;
        ConnectionSlots.Keep(http);
        return new SocketWriter(connection.Detach(), socket, waiting);
    }

    public ValueTask WriteAsync(ReadOnlySpan<ChatEvent> events, Subscriber reader) => SendAsync(events.Length switch
    {
        0 => SignOfLife,
        1 => events[0].For(reader).Chunk,
        _ => Together(events, reader),
    });

    public async ValueTask EndAsync()
    {
        try
        {
            await SendAsync(LastChunk);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Nobody reads it any more.
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    public void Abort() => connection.Abort(new ConnectionAbortedException("The stream was cut off."));

    private ValueTask SendAsync(ReadOnlySpan<byte> chunks)
    {
        var sent = socket.Send(chunks, SocketFlags.None, out var error);
        if (sent == chunks.Length)
            return ValueTask.CompletedTask;
        return error is SocketError.Success or SocketError.WouldBlock
            ? waiting.AwaitAsync(SendAllAsync(chunks[Math.Max(0, sent)..].ToArray()))
            : ValueTask.FromException(new SocketException((int)error));
    }

    private async ValueTask<int> SendAllAsync(ReadOnlyMemory<byte> rest)
    {
        while (!rest.IsEmpty)
            rest = rest[await socket.SendAsync(rest, waiting.Token)..];
        return 0;
    }

    private static ReadOnlySpan<byte> Together(ReadOnlySpan<ChatEvent> events, Subscriber reader)
    {
        var length = 0;
        foreach (var chatEvent in events)
            length += chatEvent.For(reader).Chunk.Length;
        if (scratch is null || scratch.Length < length)
            scratch = new byte[length];
        var rest = scratch.AsSpan();
        foreach (var chatEvent in events)
        {
            ReadOnlySpan<byte> chunk = chatEvent.For(reader).Chunk;
            chunk.CopyTo(rest);
            rest = rest[chunk.Length..];
        }
        return scratch.AsSpan(0, length);
    }
}
