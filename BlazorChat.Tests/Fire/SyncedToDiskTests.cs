using System.Diagnostics;

namespace BlazorChat.Tests.Fire;

/// <summary>A kill cannot show that data reached the disk, because the system keeps what was written: its calls are counted.</summary>
public sealed class SyncedToDiskTests
{
    private const int Posts = 40;

    [Fact]
    public async Task Every_201_is_sent_after_an_fsync_of_its_own()
    {
        var calls = (await TraceAsync("fsync,fdatasync,sendto,sendmsg", async ada =>
        {
            for (var n = 0; n < Posts; n++)
                await ada.SayAsync("general", $"Message {n}");
        })).Select(Kind).Where(kind => kind is not null).ToList();

        Assert.Equal(Posts, calls.Count(kind => kind == "201"));
        Assert.DoesNotContain(("201", "201"), calls.Zip(calls.Skip(1)));
        Assert.Equal("synced", calls[0]);
    }

    [Fact]
    public async Task A_files_201_is_sent_when_its_bytes_its_folder_and_its_message_are_on_disk()
    {
        var calls = (await TraceAsync("fsync,fdatasync,rename,sendto,sendmsg", async ada => await ada.ShareAsync("general", "a.bin", [1, 2, 3])))
            .Select(line => line.Contains("/files/", StringComparison.Ordinal) && line.Contains("rename(", StringComparison.Ordinal) ? "moved" : Kind(line))
            .Where(kind => kind is not null).ToList();

        var (moved, answered) = (calls.IndexOf("moved"), calls.IndexOf("201"));
        Assert.Contains("synced", calls[..moved]); // the bytes
        Assert.True(calls[moved..answered].Count(kind => kind == "synced") >= 2, string.Join(' ', calls)); // the folder, the database
    }

    private static async Task<string[]> TraceAsync(string calls, Func<ChatClient, Task> act)
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        var ada = await server.SignUpAsync("ada");
        var trace = Path.Combine(server.Data, "trace");
        using var strace = Process.Start(new ProcessStartInfo(
            "strace", ["-f", "-e", $"trace={calls}", "-o", trace, "-p", $"{server.Id}"])
        { RedirectStandardError = true })!;
        Assert.Contains("attached", await strace.StandardError.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await act(ada);
        await server.KillAsync(); // which ends the tracing, too
        await strace.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await File.ReadAllLinesAsync(trace, TestContext.Current.CancellationToken);
    }

    private static string? Kind(string line) =>
        line.Contains("HTTP/1.1 201", StringComparison.Ordinal) ? "201"
        : (line.Contains("fsync", StringComparison.Ordinal) || line.Contains("fdatasync", StringComparison.Ordinal)) &&
            line.EndsWith("= 0", StringComparison.Ordinal) ? "synced"
        : null;
}
