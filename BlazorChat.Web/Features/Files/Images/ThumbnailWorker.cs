using System.Collections.Concurrent;
using System.Threading.Channels;
using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>
/// Makes thumbnails in the background, one at a time on the whole server. If a thumbnail is requested before it exists, it is
/// made for the first request.
/// </summary>
public sealed partial class ThumbnailWorker(IFileStore store, ThumbnailMaker maker, TimeProvider clock, ILogger<ThumbnailWorker> logger)
    : LastingService(clock, logger)
{
    private const int MaxOrders = 1_000;
    private const int MaxRemembered = 10_000;

    private readonly Channel<string> orders = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MaxOrders) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private readonly ConcurrentDictionary<string, Lazy<Task>> underWay = new(StringComparer.Ordinal);
    private readonly RecentSet impossible = new(MaxRemembered);
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource stopping = new();

    /// <summary>Queues a thumbnail. If the queue is full, it is made when someone requests it.</summary>
    /// <param name="sha256">The hash of the picture's bytes, 64 hexadecimal digits.</param>
    public void Order(string sha256) => orders.Writer.TryWrite(sha256);

    /// <param name="sha256">The hash of the picture's bytes, 64 hexadecimal digits.</param>
    /// <param name="ct">Ends the waiting; the thumbnail is still made.</param>
    /// <returns>A WebP as a stream that can seek; null if these bytes have no thumbnail.</returns>
    public async Task<Stream?> OpenAsync(string sha256, CancellationToken ct)
    {
        if (await store.OpenAsync(StoreKey.Thumbnail(sha256), ct) is { } made)
            return made;
        if (impossible.Contains(sha256))
            return null;
        await MakeOnceAsync(sha256).WaitAsync(ct);
        return await store.OpenAsync(StoreKey.Thumbnail(sha256), ct);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        stopping.Cancel();
        base.Dispose();
    }

    // Only one background job competes for the lock at a time, so requests that someone waits for come first.
    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        await foreach (var sha256 in orders.Reader.ReadAllAsync(stoppingToken))
            await MakeOnceAsync(sha256).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task MakeOnceAsync(string sha256) =>
        underWay.GetOrAdd(sha256, key => new Lazy<Task>(() => Task.Run(() => MakeInTurnAsync(key)))).Value;

    private async Task MakeInTurnAsync(string sha256)
    {
        try
        {
            await turn.WaitAsync(stopping.Token);
            try
            {
                await MakeAsync(sha256, stopping.Token);
            }
            finally
            {
                turn.Release();
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The store cannot be reached, or the disk is full. The thumbnail is made at the next request.
            Log.CannotMake(Logger, failure, sha256);
            throw;
        }
        finally
        {
            underWay.TryRemove(sha256, out _);
        }
    }

    private async Task MakeAsync(string sha256, CancellationToken ct)
    {
        if (impossible.Contains(sha256) || await IsThereAsync(StoreKey.Thumbnail(sha256), ct) || await maker.MakeAsync(sha256, ct))
            return;
        // Deleted bytes may be uploaded again.
        if (await IsThereAsync(StoreKey.File(sha256), ct))
            impossible.Add(sha256);
    }

    private async Task<bool> IsThereAsync(string key, CancellationToken ct)
    {
        await using var stream = await store.OpenAsync(key, ct);
        return stream is not null;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The thumbnail of {Sha256} could not be made")]
        public static partial void CannotMake(ILogger logger, Exception failure, string sha256);
    }
}
