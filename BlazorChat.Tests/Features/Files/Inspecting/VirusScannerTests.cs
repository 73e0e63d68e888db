using System.Net;
using System.Net.Sockets;
using BlazorChat.Core;
using BlazorChat.Web.Features.Files.Inspecting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BlazorChat.Tests.Features.Files.Inspecting;

public sealed class VirusScannerTests(Clamd clamd) : IClassFixture<Clamd>, IDisposable
{
    private readonly string file = Path.GetTempFileName();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData(64 * 1024 + 1)]
    [InlineData(1_000_000)]
    public async Task A_clean_file_is_accepted(int length) => Assert.Null(await ScanAsync(clamd.Port, new byte[length]));

    [Theory]
    [InlineData(0)]
    [InlineData(64 * 1024 - 10)]
    [InlineData(900_000)]
    public async Task A_virus_is_found_wherever_it_is_and_named(int before)
    {
        var why = await ScanAsync(clamd.Port, [.. new byte[before], .. Clamd.Virus, .. new byte[1000]]);

        Assert.Equal((RefusalReason.Invalid, "infected"), (why?.Reason, why?.Code));
        Assert.StartsWith($"This file contains {Clamd.Name}", why?.Detail, StringComparison.Ordinal);
        Assert.EndsWith(": it was not accepted.", why?.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Clamd.MostBytes + 1)]
    [InlineData(Clamd.MostBytes * 20)]
    public async Task What_the_scanner_does_not_take_is_not_accepted(int length) =>
        IsUnavailable(await ScanAsync(clamd.Port, new byte[length]));

    [Fact]
    public async Task Many_are_scanned_at_once()
    {
        await File.WriteAllBytesAsync(file, new byte[500_000], Ct);
        var scanner = Scanner(clamd.Port);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => scanner.ScanAsync(file, Ct)));

        Assert.All(answers, Assert.Null);
    }

    [Fact]
    public async Task Nothing_is_accepted_while_the_scanner_is_down()
    {
        using var nobody = Listen();
        var port = PortOf(nobody);
        nobody.Stop();

        IsUnavailable(await ScanAsync(port, [1]));
    }

    [Fact]
    public async Task Nothing_is_accepted_from_a_scanner_that_says_nothing()
    {
        using var silent = Listen();

        IsUnavailable(await ScanAsync(PortOf(silent), [1], timeoutSeconds: 1));
    }

    [Fact]
    public async Task Nothing_is_accepted_from_a_scanner_that_takes_nothing()
    {
        using var silent = Listen();

        IsUnavailable(await ScanAsync(PortOf(silent), new byte[50_000_000], timeoutSeconds: 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("HTTP/1.1 400 Bad Request\r\n\r\n")]
    [InlineData("stream: OK, or so\0")]
    [InlineData("OK\0")]
    [InlineData("stream: FOUND\0")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("stream: Can't allocate memory ERROR\0")]
    [InlineData("stream: a name with <b>spaces</b> FOUND\0")]
    public async Task Nothing_is_accepted_from_a_scanner_that_is_none(string answer)
    {
        using var listener = Listen();
        var answering = AnswerAsync(listener, answer);

        IsUnavailable(await ScanAsync(PortOf(listener), [1]));
        await answering;
    }

    [Fact]
    public async Task A_scan_that_is_given_up_ends()
    {
        using var silent = Listen();
        using var giveUp = new CancellationTokenSource();
        var scanning = ScanAsync(PortOf(silent), [1], giveUp.Token);
        using var asked = await silent.AcceptTcpClientAsync(Ct);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scanning);
    }

    [Fact]
    public async Task Without_a_scanner_everything_is_accepted()
    {
        await File.WriteAllBytesAsync(file, Clamd.Virus, Ct);
        var scanner = new VirusScanner(Options.Create(new ClamAvOptions()), NullLogger<VirusScanner>.Instance);

        Assert.Null(await scanner.ScanAsync(file, Ct));
    }

    public void Dispose() => File.Delete(file);

    private static void IsUnavailable(Refusal? why) =>
        Assert.Equal((RefusalReason.Unavailable, "scanner_unavailable"), (why?.Reason, why?.Code));

    private static VirusScanner Scanner(int port, int timeoutSeconds = 60) => new(
        Options.Create(new ClamAvOptions { Host = "127.0.0.1", Port = port, TimeoutSeconds = timeoutSeconds }), NullLogger<VirusScanner>.Instance);

    private async Task<Refusal?> ScanAsync(int port, byte[] bytes, CancellationToken? ct = null, int timeoutSeconds = 60)
    {
        await File.WriteAllBytesAsync(file, bytes, Ct);
        return await Scanner(port, timeoutSeconds).ScanAsync(file, ct ?? Ct);
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    // Takes the whole file first, as clamd does, and closes behind its answer.
    private static async Task AnswerAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync(Ct);
        var stream = client.GetStream();
        await stream.ReadExactlyAsync(new byte["zINSTREAM\0".Length + sizeof(int) + 1 + sizeof(int)], Ct);
        await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer), Ct);
    }
}
