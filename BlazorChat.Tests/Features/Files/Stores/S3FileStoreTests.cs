using System.Net;
using System.Net.Sockets;
using BlazorChat.Tests.Fire;
using BlazorChat.Web.Features.Files;
using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Tests.Features.Files.Stores;

public sealed class S3FileStoreTests : FileStoreTests, IClassFixture<S3Server>
{
    private const int InParts = S3FileStore.PartBytes * 3;

    private readonly string prefix = "of/" + Guid.NewGuid().ToString("N");
    private readonly S3Server server;
    private readonly S3FileStore store;

    public S3FileStoreTests(S3Server server)
    {
        this.server = server;
        Store = store = new S3FileStore(server.Options(prefix: prefix));
    }

    public override IFileStore Store { get; }

    [Fact]
    public async Task Others_in_the_bucket_are_left_alone()
    {
        using var others = new S3FileStore(server.Options());
        var (key, bytes) = Content(1000);
        await others.PutAsync(key, Stage(bytes), Ct);

        Assert.Null(await ReadAsync(key));
        Assert.Empty(await Store.ListAsync("files/", Ct).ToListAsync(Ct));
        await Store.DeleteAsync(key, Ct);

        await using var stillThere = await others.OpenAsync(key, Ct);
        Assert.NotNull(stillThere);
    }

    [Fact]
    public async Task A_put_that_is_given_up_midway_leaves_nothing_and_tells_the_store()
    {
        var (key, bytes) = Content(InParts);
        using var giveUp = new CancellationTokenSource();

        await server.HoldAsync(key + "?partNumber=2");
        var putting = Store.PutAsync(key, Stage(bytes), giveUp.Token);
        await server.ToldAsync(line => Is(line, "PUT", key, "partNumber=2"));
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => putting);
        await server.ToldAsync(line => Is(line, "DELETE", key, "uploadId="));
        Assert.Null(await ReadAsync(key));
        Assert.Empty(await Store.ListAsync("files/", Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Nothing_is_fetched_before_it_is_read()
    {
        var (key, bytes) = Content(100_000);
        await Store.PutAsync(key, Stage(bytes), Ct);

        await using (var stream = (await Store.OpenAsync(key, Ct))!)
        {
            stream.Seek(50_000, SeekOrigin.Begin);
            stream.Seek(99_999, SeekOrigin.Begin);
        }
        await Store.DeleteAsync(key, Ct);
        await server.ToldAsync(line => Is(line, "DELETE", key));

        Assert.DoesNotContain(server.Log, line => Is(line, "GET", key));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_and_not_told()
    {
        const string secret = "a-secret-nobody-may-see";
        using var wrong = new S3FileStore(server.Options(secret: secret));
        var (key, bytes) = Content(1000);

        var failure = await Assert.ThrowsAsync<FileStoreException>(() => wrong.PutAsync(key, Stage(bytes), Ct));

        Assert.DoesNotContain(secret, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_fails()
    {
        using var nowhere = new S3FileStore(server.Options(bucket: "another"));
        var (key, bytes) = Content(1000);

        await Assert.ThrowsAsync<FileStoreException>(() => nowhere.PutAsync(key, Stage(bytes), Ct));
        await Assert.ThrowsAsync<FileStoreException>(async () => await nowhere.ListAsync("files/", Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_store_out_of_reach_fails()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var address = new Uri($"http://{nobody.LocalEndpoint}");
        nobody.Stop();

        await FailsAsync(server.Options(endpoint: address));
    }

    [Fact]
    public async Task A_store_that_says_nothing_is_not_waited_for_for_ever()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        await FailsAsync(server.Options(endpoint: new Uri($"http://{silent.LocalEndpoint}"), timeoutSeconds: 1));
    }

    [Fact]
    public async Task A_store_that_falls_silent_midway_fails_the_read()
    {
        await using var proxy = new TcpProxy(server.Address);
        var (key, bytes) = Content(InParts);
        await Store.PutAsync(key, Stage(bytes), Ct);
        using var through = new S3FileStore(server.Options(prefix: prefix, endpoint: proxy.Address, timeoutSeconds: 1));
        await using var stream = (await through.OpenAsync(key, Ct))!;
        await stream.ReadExactlyAsync(new byte[100], Ct);

        proxy.Freeze();

        await Assert.ThrowsAsync<FileStoreException>(() => stream.CopyToAsync(Stream.Null, Ct));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        store.Dispose();
    }

    private static bool Is(string line, string method, string key, string? query = null) =>
        line.Contains(method + " ", StringComparison.Ordinal) && line.Contains(key, StringComparison.Ordinal) &&
        line.Contains(query ?? "", StringComparison.Ordinal);

    private async Task FailsAsync(S3Options options)
    {
        using var failing = new S3FileStore(options);
        var (key, bytes) = Content(1000);

        await Assert.ThrowsAsync<FileStoreException>(() => failing.PutAsync(key, Stage(bytes), Ct));
        await Assert.ThrowsAsync<FileStoreException>(() => failing.OpenAsync(key, Ct));
        await Assert.ThrowsAsync<FileStoreException>(() => failing.DeleteAsync(key, Ct));
        await Assert.ThrowsAsync<FileStoreException>(async () => await failing.ListAsync("files/", Ct).ToListAsync(Ct));
    }
}
