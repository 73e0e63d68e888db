using System.Diagnostics;

namespace BlazorChat.Tests.Fire;

/// <summary>A kill cannot show that data reached the disk, because the system keeps what was written: its calls are counted.</summary>
[Collection(UnderFire.Name)]
public sealed class SyncedToDiskTests
{
    private const int Posts = 40;

    [Fact]
    public async Task Every_201_is_sent_after_an_fsync_of_its_own()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        var ada = await server.SignUpAsync("ada");
        var trace = Path.Combine(server.Data, "trace");

        using var strace = Process.Start(new ProcessStartInfo(
            "strace", ["-f", "-e", "trace=fsync,fdatasync,sendto,sendmsg", "-o", trace, "-p", $"{server.Id}"])
        { RedirectStandardError = true })!;
        Assert.Contains("attached", await strace.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        for (var n = 0; n < Posts; n++)
            await ada.SayAsync("general", $"Message {n}");
        await server.KillAsync(); // which ends the tracing, too
        await strace.WaitForExitAsync(TestContext.Current.CancellationToken);

        var calls = File.ReadLines(trace).Select(Kind).Where(kind => kind is not null).ToList();
        Assert.Equal(Posts, calls.Count(kind => kind == "201"));
        Assert.DoesNotContain(("201", "201"), calls.Zip(calls.Skip(1)));
        Assert.Equal("synced", calls[0]);
    }

    private static string? Kind(string line) =>
        line.Contains("HTTP/1.1 201", StringComparison.Ordinal) ? "201"
        : (line.Contains("fsync", StringComparison.Ordinal) || line.Contains("fdatasync", StringComparison.Ordinal)) &&
            line.EndsWith("= 0", StringComparison.Ordinal) ? "synced"
        : null;
}
