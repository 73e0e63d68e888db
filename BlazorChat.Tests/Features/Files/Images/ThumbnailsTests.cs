using System.Security.Cryptography;
using BlazorChat.Web.Features.Files.Images;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Files.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SkiaSharp;

namespace BlazorChat.Tests.Features.Files.Images;

public sealed class ThumbnailsTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly byte[] Picture = Photograph.Taken(900, 600, SKEncodedOrigin.TopLeft, SKEncodedImageFormat.Png);

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private StagingArea Staging => app.Services.GetRequiredService<StagingArea>();

    private HashLocks Locks => app.Services.GetRequiredService<HashLocks>();

    private IFileStore Disk => app.Services.GetRequiredService<IFileStore>();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Is_made_for_the_first_who_asks_and_kept(bool isElsewhere)
    {
        var store = new CountedStore(Disk, isElsewhere);
        using var thumbnails = Of(store);
        var picture = await StoreAsync(Picture);

        Assert.Equal((720, 480), await SizeAsync(thumbnails, picture));
        Assert.Equal((720, 480), await SizeAsync(thumbnails, picture));

        Assert.Equal(1, store.Puts);
        Assert.Empty(Staging.Names());
    }

    [Fact]
    public async Task Fifty_who_ask_at_once_have_it_made_once()
    {
        var store = new CountedStore(Disk);
        using var thumbnails = Of(store);
        var picture = await StoreAsync(Picture);

        var sizes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => SizeAsync(thumbnails, picture), Ct)));

        Assert.All(sizes, size => Assert.Equal((720, 480), size));
        Assert.Equal(1, store.Puts);
    }

    [Fact]
    public async Task Never_two_are_made_at_a_time()
    {
        var (atOnce, most) = (0, 0);
        var store = new CountedStore(Disk)
        {
            BeforePut = async () =>
            {
                most = Math.Max(most, Interlocked.Increment(ref atOnce));
                await Task.Yield();
                Interlocked.Decrement(ref atOnce);
            },
        };
        using var thumbnails = Of(store);
        var pictures = new List<string>();
        for (var i = 1; i <= 10; i++)
            pictures.Add(await StoreAsync(PngFile.Black(800, i)));

        await Task.WhenAll(pictures.Select(picture => SizeAsync(thumbnails, picture)));

        Assert.Equal((10, 1), (store.Puts, most));
    }

    [Fact]
    public async Task What_was_ordered_is_made_without_anybody_asking()
    {
        var made = new TaskCompletionSource();
        var store = new CountedStore(Disk) { BeforePut = () => { made.TrySetResult(); return Task.CompletedTask; } };
        using var thumbnails = Of(store);
        await thumbnails.StartAsync(Ct);

        thumbnails.Order(await StoreAsync(Picture));

        await made.Task.WaitAsync(Ct);
        await thumbnails.StopAsync(Ct);
    }

    [Fact]
    public async Task An_order_that_cannot_be_filled_keeps_no_other_waiting()
    {
        var made = new TaskCompletionSource();
        var isFirst = true;
        var store = new CountedStore(Disk)
        {
            BeforePut = () =>
            {
                if (isFirst)
                {
                    isFirst = false;
                    throw new IOException("No space left on device");
                }
                made.TrySetResult();
                return Task.CompletedTask;
            },
        };
        using var thumbnails = Of(store);
        await thumbnails.StartAsync(Ct);

        thumbnails.Order(new string('0', 64));
        thumbnails.Order(await StoreAsync("no picture at all"u8.ToArray()));
        thumbnails.Order(await StoreAsync(PngFile.Black(700, 30)));
        thumbnails.Order(await StoreAsync(PngFile.Black(700, 31)));

        await made.Task.WaitAsync(Ct);
        await thumbnails.StopAsync(Ct);
    }

    [Fact]
    public async Task More_orders_than_fit_are_dropped_and_never_wait()
    {
        using var thumbnails = Of(new CountedStore(Disk));

        for (var i = 0; i < 100_000; i++)
            thumbnails.Order(new string('0', 64));

        Assert.Equal((720, 480), await SizeAsync(thumbnails, await StoreAsync(Picture)));
    }

    public static TheoryData<byte[]> Impossible =>
    [
        "no picture at all"u8.ToArray(),
        PngFile.Black(60_000, 60_000),
        Picture[..30],
    ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task Of_what_is_no_picture_there_is_none_and_nobody_tries_twice(byte[] bytes)
    {
        var store = new CountedStore(Disk);
        using var thumbnails = Of(store);
        var picture = await StoreAsync(bytes);

        Assert.Null(await thumbnails.OpenAsync(picture, Ct));
        var opens = store.Opens;
        Assert.Null(await thumbnails.OpenAsync(picture, Ct));

        Assert.Equal(opens, store.Opens);
        Assert.Empty(Staging.Names());
    }

    [Fact]
    public async Task Bytes_that_were_not_there_may_come_later()
    {
        using var thumbnails = Of(new CountedStore(Disk));
        var bytes = PngFile.Black(800, 77);

        Assert.Null(await thumbnails.OpenAsync(Convert.ToHexStringLower(SHA256.HashData(bytes)), Ct));
        var picture = await StoreAsync(bytes);

        Assert.Equal((720, 69), await SizeAsync(thumbnails, picture));
    }

    [Fact]
    public async Task A_store_that_fails_is_asked_again()
    {
        var isFull = true;
        var store = new CountedStore(Disk) { BeforePut = () => isFull ? throw new IOException("No space left on device") : Task.CompletedTask };
        using var thumbnails = Of(store);
        var picture = await StoreAsync(PngFile.Black(800, 78));

        await Assert.ThrowsAsync<IOException>(() => thumbnails.OpenAsync(picture, Ct));
        Assert.Empty(Staging.Names());
        isFull = false;

        Assert.Equal((720, 70), await SizeAsync(thumbnails, picture));
    }

    [Fact]
    public async Task What_is_deleted_while_it_is_drawn_leaves_no_picture_behind()
    {
        var bytes = PngFile.Black(800, 79);
        var picture = await StoreAsync(bytes);
        await using var deleting = await Locks.TakeAsync([picture], Ct);
        using var thumbnails = Of(new CountedStore(Disk));
        var drawn = new TaskCompletionSource();
        using var staged = new FileSystemWatcher(Path.Combine(app.Data, "uploads"));
        staged.Created += (_, _) => drawn.TrySetResult();
        staged.EnableRaisingEvents = true;

        var asked = thumbnails.OpenAsync(picture, Ct);
        await drawn.Task.WaitAsync(Ct);
        await Disk.DeleteAsync(StoreKey.File(picture), Ct);
        await deleting.DisposeAsync();

        Assert.Null(await asked);
        Assert.Null(await Disk.OpenAsync(StoreKey.Thumbnail(picture), Ct));
    }

    [Fact]
    public async Task One_who_waits_may_give_up_and_the_others_still_get_it()
    {
        var picture = await StoreAsync(PngFile.Black(800, 80));
        await using var busy = await Locks.TakeAsync([picture], Ct);
        using var thumbnails = Of(new CountedStore(Disk));
        using var impatience = new CancellationTokenSource();

        var impatient = thumbnails.OpenAsync(picture, impatience.Token);
        var patient = SizeAsync(thumbnails, picture);
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        await busy.DisposeAsync();

        Assert.Equal((720, 72), await patient);
    }

    private ThumbnailWorker Of(CountedStore store) =>
        new(store, new ThumbnailMaker(store, Staging, Locks), TimeProvider.System, NullLogger<ThumbnailWorker>.Instance);

    private async Task<string> StoreAsync(byte[] bytes)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await Disk.DeleteAsync(StoreKey.Thumbnail(sha256), Ct);
        using var staged = Staging.NewFile();
        await using (var file = staged.Create())
            await file.WriteAsync(bytes, Ct);
        await Disk.PutAsync(StoreKey.File(sha256), staged.Path, Ct);
        return sha256;
    }

    private static async Task<(int, int)?> SizeAsync(ThumbnailWorker thumbnails, string sha256)
    {
        await using var webp = await thumbnails.OpenAsync(sha256, Ct);
        using var codec = SKCodec.Create(webp);
        return codec is { EncodedFormat: SKEncodedImageFormat.Webp } ? (codec.Info.Width, codec.Info.Height) : null;
    }
}
