using System.Net;
using System.Net.Sockets;

namespace BlazorChat.E2E.Hosting;

/// <summary>Somebody's line to the chat: cut and mended by a test, or stuck in the middle of what goes up.</summary>
public sealed class Line : IAsyncDisposable
{
    private const int PieceBytes = 16 * 1024;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource over = new();
    private readonly Uri server;
    private readonly Task accepting;
    private CancellationTokenSource cut = new();
    private TaskCompletionSource freed = new();
    private TaskCompletionSource stuck = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long stuckAfter = long.MaxValue;

    public Line(Uri server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>From now on, nothing more goes up over a connection once so many bytes have.</summary>
    public void StickAfter(long bytes)
    {
        stuck = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref stuckAfter, bytes);
    }

    public Task IsStuckAsync() => stuck.Task.WithPatience();

    /// <summary>What was stuck goes on.</summary>
    public void Free()
    {
        Interlocked.Exchange(ref stuckAfter, long.MaxValue);
        Interlocked.Exchange(ref freed, new()).TrySetResult();
    }

    /// <summary>Ends all connections and takes no new ones.</summary>
    public void Cut() => cut.Cancel();

    public void Mend()
    {
        Free();
        cut = new CancellationTokenSource();
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync(over.Token));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var mine = browser;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cut.Token);
        if (ends.IsCancellationRequested)
            return;
        try
        {
            using var chat = new TcpClient();
            await chat.ConnectAsync(IPAddress.Loopback, server.Port, ends.Token);
            await Task.WhenAny(UpAsync(browser.GetStream(), chat.GetStream(), ends.Token), chat.GetStream().CopyToAsync(browser.GetStream(), ends.Token));
        }
        catch (Exception broken) when (broken is SocketException or IOException or OperationCanceledException)
        {
            // As lines break.
        }
    }

    private async Task UpAsync(NetworkStream from, NetworkStream to, CancellationToken ct)
    {
        var piece = new byte[PieceBytes];
        for (long sent = 0; await from.ReadAsync(piece, ct) is > 0 and var read;)
        {
            await to.WriteAsync(piece.AsMemory(0, read), ct);
            var free = freed.Task; // taken before the question, because freeing changes the answer first
            if ((sent += read) < Interlocked.Read(ref stuckAfter))
                continue;
            stuck.TrySetResult();
            await free.WaitAsync(ct);
        }
    }
}
