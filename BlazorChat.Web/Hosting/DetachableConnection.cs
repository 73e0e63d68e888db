using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// A connection that a request can take away from the server, which ends the request and forgets the connection as if it had been
/// closed. The socket stays open, and belongs to the one who took it.
/// </summary>
internal sealed class DetachableConnection : ConnectionContext
{
    private readonly ConnectionContext connection;
    private readonly DetachablePipes pipes;

    public DetachableConnection(ConnectionContext connection)
    {
        this.connection = connection;
        // What the server adds here is forgotten with the server's part of the connection.
        Features = new FeatureCollection(connection.Features);
        Features.Set(this);
        Transport = pipes = new DetachablePipes(connection.Transport);
    }

    public override string ConnectionId
    {
        get => connection.ConnectionId;
        set => connection.ConnectionId = value;
    }

    public override IFeatureCollection Features { get; }

    public override IDictionary<object, object?> Items
    {
        get => connection.Items;
        set => connection.Items = value;
    }

    public override IDuplexPipe Transport { get; set; }

    public override CancellationToken ConnectionClosed
    {
        get => connection.ConnectionClosed;
        set => connection.ConnectionClosed = value;
    }

    public override EndPoint? LocalEndPoint
    {
        get => connection.LocalEndPoint;
        set => connection.LocalEndPoint = value;
    }

    public override EndPoint? RemoteEndPoint
    {
        get => connection.RemoteEndPoint;
        set => connection.RemoteEndPoint = value;
    }

    /// <summary>
    /// The connection of a request, if nothing stands between the request and the socket: over TLS and HTTP/2 more is sent than what
    /// a response consists of.
    /// </summary>
    public static DetachableConnection? Of(HttpContext http) =>
        HttpProtocol.IsHttp11(http.Request.Protocol) && http.Features.Get<ITlsHandshakeFeature>() is null
            ? http.Features.Get<DetachableConnection>()
            : null;

    /// <summary>
    /// Takes the connection away from the server. All of the response that was written must have been flushed; nothing more of it is
    /// sent, its end neither.
    /// </summary>
    public ConnectionContext Detach()
    {
        pipes.Detach();
        return connection;
    }

    public override void Abort(ConnectionAbortedException abortReason)
    {
        if (!pipes.AreDetached)
            connection.Abort(abortReason);
    }

    public override async ValueTask DisposeAsync()
    {
        if (!pipes.AreDetached)
            await connection.DisposeAsync();
        await base.DisposeAsync();
    }
}
