using System.Net;
using System.Net.Sockets;

namespace BlazorChat.Tests.Fire;

/// <summary>Passes bytes on, until it is frozen: then it keeps its connections open and reads nothing from them.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly Uri server;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Socket> sockets = [];
    private readonly Task accepting;
    private TaskCompletionSource open = Opened();

    public TcpProxy(Uri server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public void Freeze() => open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void GoOn() => open.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        GoOn();
        listener.Dispose();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var socket in sockets)
            socket.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var near = await listener.AcceptSocketAsync(stopping.Token);
            var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
            await far.ConnectAsync(server.Host, server.Port, stopping.Token);
            sockets.AddRange([near, far]);
            _ = PassOnAsync(near, far);
            _ = PassOnAsync(far, near);
        }
    }

    private async Task PassOnAsync(Socket from, Socket to)
    {
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                await open.Task;
                var count = await from.ReceiveAsync(buffer, stopping.Token);
                // Read before the freeze, passed on after it.
                await open.Task;
                if (count == 0)
                    break;
                await to.SendAsync(buffer.AsMemory(0, count), stopping.Token);
            }
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception broken) when (broken is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            from.Dispose();
            to.Dispose();
        }
    }

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }
}
