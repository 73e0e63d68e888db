using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace BlazorChat.Web.Hosting;

/// <summary>What a chat asks of its sockets: everybody comes back at once after a restart, and some vanish without a word.</summary>
internal static class ConnectionServices
{
    // The system may allow less (net.core.somaxconn); past it, connecting takes seconds, and some are reset.
    private const int Backlog = 4096;

    // What waits on each connection while the disk is busy with others' uploads; the sender waits for the rest.
    private const int MaxUnread = 64 * 1024;

    // A burst of requests is over by then.
    private static readonly TimeSpan PatienceForPlace = TimeSpan.FromSeconds(2);

    // https://man7.org/linux/man-pages/man7/tcp.7.html
    private const int TcpUserTimeout = 18;
    private static readonly TimeSpan UnacknowledgedAtMost = TimeSpan.FromSeconds(30);

    public static void AddConnections(this IServiceCollection services)
    {
        services.Configure<SocketTransportOptions>(sockets =>
        {
            sockets.Backlog = Backlog;
            sockets.MaxReadBufferSize = MaxUnread;
            sockets.CreateBoundListenSocket = Bind;
        });
        services.AddSingleton(new ConnectionSlots(Descriptors.ConnectionsFor(Descriptors.Limit()), PatienceForPlace));
        services.AddSingleton<IConnectionListenerFactory, BoundedTransport>();
    }

    private static Socket Bind(EndPoint endpoint)
    {
        var listener = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        // Connections inherit it: one whose heartbeats nobody acknowledges is over, not a quarter of an hour later. The system
        // counts on while we are stopped ourselves: readers' own ten seconds are shorter, so that this is for the vanished.
        if (OperatingSystem.IsLinux() && endpoint is IPEndPoint)
            listener.SetRawSocketOption(
                (int)SocketOptionLevel.Tcp, TcpUserTimeout, BitConverter.GetBytes((int)UnacknowledgedAtMost.TotalMilliseconds));
        return listener;
    }
}
