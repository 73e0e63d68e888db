using System.Net.Sockets;

namespace BlazorChat.Web.Live;

/// <summary>What the system knows of the bytes that were sent down a connection.</summary>
/// <param name="Taken">How many the other side has acknowledged since the connection began.</param>
/// <param name="AreHeld">Whether the system holds bytes that the other side has not acknowledged.</param>
internal readonly record struct SentBytes(ulong Taken, bool AreHeld)
{
    // struct tcp_info in linux/tcp.h, which only ever grows at its end; https://man7.org/linux/man-pages/man7/tcp.7.html
    private const int TcpInfo = 11;
    private const int Unacknowledged = 24, BytesAcknowledged = 120, BytesNotSent = 144, Length = 148;

    /// <summary>Asks the system. Null if it cannot say: it needs Linux, TCP and an open connection.</summary>
    public static SentBytes? Of(Socket? socket)
    {
        if (socket is null || !OperatingSystem.IsLinux())
            return null;
        Span<byte> info = stackalloc byte[Length];
        try
        {
            if (socket.GetRawSocketOption((int)SocketOptionLevel.Tcp, TcpInfo, info) < Length)
                return null;
        }
        catch (Exception unknown) when (unknown is SocketException or ObjectDisposedException)
        {
            return null;
        }
        var held = BitConverter.ToUInt32(info[Unacknowledged..]) > 0 || BitConverter.ToUInt32(info[BytesNotSent..]) > 0;
        return new SentBytes(BitConverter.ToUInt64(info[BytesAcknowledged..]), held);
    }
}
