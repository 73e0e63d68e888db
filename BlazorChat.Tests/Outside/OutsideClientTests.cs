using System.Diagnostics.Metrics;
using System.IO.Compression;
using System.Net;
using BlazorChat.Web.Outside;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Outside;

/// <summary>The canary: nothing inside is ever asked, and nothing outside costs more than it may.</summary>
public sealed class OutsideClientTests(Site site) : IClassFixture<Site>
{
    private const int MaxLength = 64 * 1024;
    private const string Secret = "secret";

    private static readonly OutsideRequest Page = new(["text/html"], MaxLength, TakesBeginning: true, TimeSpan.FromSeconds(5));

    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("127.0.0.53")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0x7f.0.0.1")]
    [InlineData("0177.0.0.1")]
    [InlineData("①②⑦.⓪.⓪.①")]
    [InlineData("0.0.0.0")]
    [InlineData("[::1]")]
    [InlineData("[::]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:7f00:1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("localhost.")]
    [InlineData("169.254.169.254")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("[fe80::1]")]
    [InlineData("[fc00::1]")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    public async Task Nothing_inside_is_asked_however_its_address_is_written(string host)
    {
        site.Answer(Secret, Html);
        var before = site.Asked.Count;
        using var client = new OutsideClient(["127.0.0.2/32"], clock);

        await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(new Uri(site.At(host, Secret)), Page, TestContext.Current.CancellationToken));

        Assert.Equal(before, site.Asked.Count);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("2130706433")]
    [InlineData("localhost")]
    public async Task Where_it_may_be_asked_it_answers(string host)
    {
        site.Answer(Secret, Html);
        using var client = new OutsideClient(allowsPrivate: true, clock);

        Assert.NotNull(await client.GetAsync(new Uri(site.At(host, Secret)), Page, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/secret")]
    [InlineData("http://localhost:{0}/secret")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("//[::1]:{0}/secret")]
    [InlineData("http://ada:secret@127.0.0.2:{0}/secret")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.0.0.2/secret")]
    [InlineData("gopher://127.0.0.2:{0}/secret")]
    public async Task A_redirect_does_not_lead_inside(string location)
    {
        site.Answer(Secret, Html);
        site.Answer("door", http =>
        {
            http.Response.StatusCode = 302;
            http.Response.Headers.Location = string.Format(null, location, site.Port);
            return Task.CompletedTask;
        });
        var before = site.CountOf(site.At("127.0.0.1", Secret));
        using var client = new OutsideClient(["127.0.0.2/32"], clock);

        var answer = await Record.ExceptionAsync(async () => Assert.Null(await client.GetAsync(new Uri(site.At("127.0.0.2", "door")), Page, TestContext.Current.CancellationToken)));

        Assert.False(answer is Xunit.Sdk.XunitException, answer?.Message);
        Assert.Equal(before, site.CountOf(site.At("127.0.0.1", Secret)));
    }

    [Fact]
    public async Task A_redirect_to_where_it_may_ask_is_followed_and_a_circle_of_them_ends()
    {
        site.Answer(Secret, Html);
        site.Answer("moved", http => Moved(http, Secret));
        site.Answer("round", http => Moved(http, "round"));
        using var client = new OutsideClient(["127.0.0.2/32"], clock);

        Assert.Equal("/secret", (await client.GetAsync(new Uri(site.At("127.0.0.2", "moved")), Page, TestContext.Current.CancellationToken))?.Address.AbsolutePath);
        Assert.Null(await client.GetAsync(new Uri(site.At("127.0.0.2", "round")), Page, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("http://127.0.0.2:{0}/secret")]
    [InlineData("https://127.0.0.2:22/")]
    [InlineData("http://ada:secret@127.0.0.2/")]
    [InlineData("ftp://127.0.0.2/")]
    public async Task Other_ports_names_and_schemes_are_not_asked(string address)
    {
        site.Answer(Secret, Html);
        var before = site.Asked.Count;
        using var client = new OutsideClient(allowsPrivate: false, clock);

        Assert.Null(await client.GetAsync(new Uri(string.Format(null, address, site.Port)), Page, TestContext.Current.CancellationToken));
        Assert.Equal(before, site.Asked.Count);
    }

    // What a name leads to is checked and dialled. If it were looked up once more in between, it could lead elsewhere by then.
    [Fact]
    public async Task A_name_is_looked_up_once()
    {
        site.Answer(Secret, Html);
        // Its own name is one that no other test looks up meanwhile.
        var (name, lookups) = (Dns.GetHostName().ToLowerInvariant(), 0);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "dns.lookup.duration")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            foreach (var (tag, value) in tags)
                if (tag == "dns.question.name" && (string?)value == name)
                    Interlocked.Increment(ref lookups);
        });
        listener.Start();
        using var client = new OutsideClient(allowsPrivate: true, clock);

        Assert.NotNull(await client.GetAsync(new Uri(site.At(name, Secret)), Page, TestContext.Current.CancellationToken));

        Assert.Equal(1, lookups);
    }

    [Fact]
    public async Task Of_an_endless_page_the_beginning_is_taken()
    {
        var address = site.Answer("endless", async http =>
        {
            http.Response.ContentType = "text/html";
            while (!http.RequestAborted.IsCancellationRequested)
                await http.Response.WriteAsync(new string(' ', 10_000), http.RequestAborted);
        });
        using var client = new OutsideClient(allowsPrivate: true, clock);

        Assert.Equal(MaxLength, (await client.GetAsync(new Uri(address), Page, TestContext.Current.CancellationToken))?.Bytes.Length);
        Assert.Null(await client.GetAsync(new Uri(address), Page with { TakesBeginning = false }, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_does_not_answer_in_time_is_not_waited_for(bool begins)
    {
        var came = new TaskCompletionSource();
        var address = site.Answer($"slow-{begins}", async http =>
        {
            http.Response.ContentType = "text/html";
            if (begins)
                await http.Response.WriteAsync("<!doctype html>");
            if (begins)
                await http.Response.Body.FlushAsync();
            came.TrySetResult();
            await Task.Delay(Timeout.Infinite, http.RequestAborted);
        });
        using var client = new OutsideClient(allowsPrivate: true, clock);

        var asking = client.GetAsync(new Uri(address), Page, TestContext.Current.CancellationToken);
        await came.Task.InPatienceAsync();
        clock.Advance(Page.Time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.InPatienceAsync());
    }

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("image/png")]
    [InlineData("text/plain")]
    [InlineData("text/html-sandboxed")]
    [InlineData(null)]
    public async Task Other_types_are_not_read(string? type)
    {
        var address = site.Answer(Guid.NewGuid().ToString("N"), http =>
        {
            http.Response.ContentType = type!;
            return http.Response.WriteAsync("<title>Page</title>");
        });
        using var client = new OutsideClient(allowsPrivate: true, clock);

        Assert.Null(await client.GetAsync(new Uri(address), Page, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task What_is_packed_is_not_unpacked(string packing)
    {
        var address = site.Answer("packed-" + packing, async http =>
        {
            (http.Response.ContentType, http.Response.Headers.ContentEncoding) = ("text/html", packing);
            await using Stream packed = packing == "gzip" ? new GZipStream(http.Response.Body, CompressionLevel.Fastest) : new BrotliStream(http.Response.Body, CompressionLevel.Fastest);
            await packed.WriteAsync(new byte[50_000_000]);
        });
        using var client = new OutsideClient(allowsPrivate: true, clock);

        Assert.Null(await client.GetAsync(new Uri(address), Page, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_promises_more_than_comes_or_sends_heads_without_end_fails()
    {
        var broken = site.Answer("broken", async http =>
        {
            (http.Response.ContentType, http.Response.ContentLength) = ("text/html", 1_000);
            await http.Response.WriteAsync("<title>Half");
            http.Abort();
        });
        var heads = site.Answer("heads", http =>
        {
            for (var n = 0; n < 100; n++)
                http.Response.Headers[$"X-{n}"] = new string('x', 1_000);
            return Html(http);
        });
        using var client = new OutsideClient(allowsPrivate: true, clock);

        await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(new Uri(broken), Page, TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(new Uri(heads), Page, TestContext.Current.CancellationToken));
    }

    private static Task Html(HttpContext http)
    {
        http.Response.ContentType = "text/html";
        return http.Response.WriteAsync("<title>Inside</title>");
    }

    private static Task Moved(HttpContext http, string to)
    {
        http.Response.StatusCode = 301;
        http.Response.Headers.Location = to;
        return Task.CompletedTask;
    }
}
