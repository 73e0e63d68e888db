using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Settings of the chat's sockets. After a restart all clients reconnect at once, and some clients vanish without closing.
/// </summary>
internal static class ConnectionServices
{
    // The system may allow less (net.core.somaxconn). Beyond it, connecting takes seconds, and some connections are reset.
    private const int Backlog = 4096;

    // How many bytes may wait on each connection while the disk is busy with others' uploads. The sender waits with the rest.
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
        // Connections inherit it: one whose heartbeats nobody acknowledges ends after this time instead of a quarter of an
        // hour. The system keeps counting even while this process is stopped. The limit of ten seconds for readers is
        // shorter, so this one is for clients that vanished.
        if (OperatingSystem.IsLinux() && endpoint is IPEndPoint)
            listener.SetRawSocketOption(
                (int)SocketOptionLevel.Tcp, TcpUserTimeout, BitConverter.GetBytes((int)UnacknowledgedAtMost.TotalMilliseconds));
        return listener;
    }
}
