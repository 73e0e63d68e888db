using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Kestrel's sockets, but with a limit on accepted connections. Kestrel's own limit counts a connection only when a thread
/// takes it up, and then closes new ones: during a flood the process runs out of file descriptors first.
/// </summary>
internal sealed class BoundedTransport(IOptions<SocketTransportOptions> options, ILoggerFactory loggers, ConnectionSlots slots)
    : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    private readonly SocketTransportFactory sockets = new(options, loggers);

    public bool CanBind(EndPoint endpoint) => sockets.CanBind(endpoint);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        new Listener(await sockets.BindAsync(endpoint, cancellationToken), slots);

    private sealed class Listener(IConnectionListener listener, ConnectionSlots slots) : IConnectionListener
    {
        public EndPoint EndPoint => listener.EndPoint;

        public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
        {
            while (await listener.AcceptAsync(cancellationToken) is { } connection)
            {
                if (await slots.TryTakeAsync(connection, cancellationToken))
                    return new DetachableConnection(connection);
                connection.Abort();
                await connection.DisposeAsync();
            }
            return null;
        }

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => listener.UnbindAsync(cancellationToken);

        public ValueTask DisposeAsync() => listener.DisposeAsync();
    }
}
