using System.Globalization;
using System.Security.Cryptography;
using BlazorChat.Tests.Features.Files.Images;
using BlazorChat.Tests.Fire;
using BlazorChat.Tests.Safety;
using BlazorChat.Web.Features.Files.Images;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SkiaSharp;

namespace BlazorChat.Tests.Features.Files.Stores;

/// <summary>A chat whose files lie in an object store.</summary>
public sealed class ObjectStoreTests(S3Server server) : IClassFixture<S3Server>, IAsyncLifetime
{
    private TcpProxy proxy = null!;
    private StoringApp app = null!;
    private ChatClient ada = null!;

    public async ValueTask InitializeAsync()
    {
        proxy = new TcpProxy(server.Address);
        app = new StoringApp(proxy.Address);
        await app.InitializeAsync();
        ada = await app.SignUpAsync("ada");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task A_file_is_shared_and_fetched_whole_and_in_part_and_lies_in_the_store()
    {
        var bytes = RandomNumberGenerator.GetBytes(300_000);

        var shared = await ada.ShareAsync("general", "engine.bin", bytes);

        Assert.Equal(bytes, (await ada.GetAsync(shared.FileUrl!)).Bytes);
        using var part = new HttpRequestMessage(HttpMethod.Get, shared.FileUrl);
        part.Headers.Add("Range", "bytes=200000-200009");
        Assert.Equal(bytes[200_000..200_010], (await ada.SendAsync(part)).Bytes);
        await StoredBytes.UntilAsync(() => app.AllBytes().Length == 0, "nothing is left in the folders");
        Assert.Contains(server.Log, line => line.Contains(shared.File!.Sha256, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_pictures_have_thumbnails_that_lie_in_the_store_too()
    {
        var picture = Photograph.Taken(900, 600, SKEncodedOrigin.RightTop, SKEncodedImageFormat.Webp);
        var shared = await ada.ShareAsync("general", "engine.webp", picture);
        var thumbnails = app.Services.GetRequiredService<ThumbnailWorker>();

        await using var webp = await thumbnails.OpenAsync(shared.File!.Sha256, TestContext.Current.CancellationToken);
        using var bytes = new MemoryStream();
        await webp!.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        using var thumbnail = SKBitmap.Decode(bytes.ToArray());

        Assert.Equal((720, 480), (thumbnail.Width, thumbnail.Height));
        Assert.Contains(server.Log, line => line.StartsWith("PUT", StringComparison.Ordinal) &&
            line.Contains("/thumbnails/" + shared.File.Sha256, StringComparison.Ordinal));
        await StoredBytes.UntilAsync(() => app.AllBytes().Length == 0, "nothing is left in the folders");
    }

    [Fact]
    public async Task A_deleted_file_is_deleted_from_the_store()
    {
        var shared = await ada.ShareAsync("general", "engine.bin", RandomNumberGenerator.GetBytes(1000));

        await ada.DeleteAsync(shared);

        Assert.Equal(404, (await ada.GetAsync(shared.FileUrl!)).Status);
        await server.ToldAsync(line => line.StartsWith("DELETE", StringComparison.Ordinal) &&
            line.Contains("/files/" + shared.File!.Sha256, StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_store_is_silent_files_are_refused_with_503_and_later_it_goes_well()
    {
        var bytes = RandomNumberGenerator.GetBytes(1000);
        var shared = await ada.ShareAsync("general", "before.bin", bytes);
        proxy.Freeze();

        foreach (var refused in new[] { await ada.GetAsync(shared.FileUrl!), await ada.TryShareAsync("general", "during.bin", bytes) })
        {
            Assert.Equal((503, "unavailable"), (refused.Status, refused.Code));
            Assert.NotNull(refused.Header("Retry-After"));
        }
        await StoredBytes.UntilAsync(() => app.AllBytes().Length == 0, "nothing is left in the folders");
        proxy.GoOn();

        Assert.Equal(bytes, (await ada.GetAsync(shared.FileUrl!)).Bytes);
        Assert.Equal(bytes, (await ada.GetAsync((await ada.ShareAsync("general", "after.bin", bytes)).FileUrl!)).Bytes);
        Assert.Contains(app.Log.Lines, line => line.Contains("A file could not be stored or fetched", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_key_to_the_store_is_in_no_line_that_is_logged()
    {
        await using var wrong = new StoringApp(proxy.Address, secret: "a-secret-nobody-may-see");
        await wrong.InitializeAsync();
        var grace = await wrong.SignUpAsync("grace");

        Assert.Equal(503, (await grace.TryShareAsync("general", "a.bin", [1])).Status);

        Assert.Contains(wrong.Log.Lines, line => line.Contains("signature", StringComparison.Ordinal));
        Assert.DoesNotContain(wrong.Log.Lines, line => line.Contains("a-secret-nobody-may-see", StringComparison.Ordinal));
    }

    private sealed class StoringApp(Uri store, string secret = "S3RVER") : ChatApp(
    [
        ("Logging:LogLevel:Default", "Trace"),
        ("Chat:Files:S3:Endpoint", store.ToString()), ("Chat:Files:S3:Bucket", S3Server.Bucket),
        ("Chat:Files:S3:AccessKey", "S3RVER"), ("Chat:Files:S3:SecretKey", secret),
        ("Chat:Files:S3:Prefix", Guid.NewGuid().ToString("N")), ("Chat:Files:S3:TimeoutSeconds", SilentAtMost.ToString(CultureInfo.InvariantCulture)),
    ])
    {
        // Long enough for a busy machine; two tests wait for it.
        private const int SilentAtMost = 3;

        internal EveryLine Log { get; } = new();

        protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(Log);
    }
}
