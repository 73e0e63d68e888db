using System.Diagnostics;
using System.Reflection;

namespace BlazorChat.Load.Client;

/// <summary>
/// A chat as users start it, to be stopped, killed and started again: a process of its own, its own data, a port that it
/// keeps. Tests that need one share this file.
/// </summary>
public class ChatProcess(IReadOnlyDictionary<string, string> settings) : IAsyncDisposable
{
    // A net for when it never starts: nothing is measured, and a machine may be slow and busy.
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(5);

    private readonly int port = FreePort.Find();
    private Process? process;

    /// <summary>Settings under which nothing is refused for being too often or too much.</summary>
    public static IReadOnlyDictionary<string, string> WithoutLimits { get; } = new[]
    {
        "RateLimits__MessagesPerSecond", "RateLimits__Burst", "RateLimits__RegistrationsPerHour", "RateLimits__SignInsPerMinute",
        "RateLimits__SignInsPerMinuteAndAddress", "Limits__StreamsPerUser",
    }.ToDictionary(limit => "Chat__" + limit, _ => "100000");

    /// <summary>Its data folder, deleted in the end.</summary>
    public string Data { get; } = Directory.CreateTempSubdirectory("blazorchat-").FullName;

    /// <summary>The process, for those who look at it from outside.</summary>
    public int Id => process!.Id;

    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>Starts it, also again on the same data.</summary>
    public async Task StartAsync()
    {
        Launch();
        using var deadline = new CancellationTokenSource(StartsWithin);
        while (await process!.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            if (line.Contains("Application started", StringComparison.Ordinal))
                break;
        if (process.HasExited)
            throw new InvalidOperationException("The server did not start.");
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public void Launch() => process = Process.Start(HowToStart())!;

    /// <summary>Starts one more on the same data, which is expected to end by itself.</summary>
    /// <returns>Its exit code and what it says to the standard error stream.</returns>
    public async Task<(int ExitCode, string Error)> StartAnotherAsync()
    {
        var start = HowToStart();
        start.RedirectStandardError = true;
        using var another = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(StartsWithin);
        try
        {
            _ = another.StandardOutput.ReadToEndAsync(deadline.Token);
            var error = await another.StandardError.ReadToEndAsync(deadline.Token);
            await another.WaitForExitAsync(deadline.Token);
            return (another.ExitCode, error);
        }
        finally
        {
            if (!another.HasExited)
                another.Kill();
        }
    }

    private ProcessStartInfo HowToStart()
    {
        var program = typeof(ChatProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "WebProgram").Value!;
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address.ToString()])
        {
            // The project's folder, as with "dotnet run".
            WorkingDirectory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(program)!, "../../..")),
            RedirectStandardOutput = true,
        };
        start.Environment["Chat__DataDirectory"] = Data;
        start.Environment["Chat__LinkPreviews__Enabled"] = "false"; // what is posted here links to sites that nobody asked
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>SIGKILL: ends at once, like a power cut.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await ToExitAsync();
    }

    /// <summary>SIGTERM, as service managers send it.</summary>
    public Task TellToStopAsync() => SignalAsync("TERM");

    /// <summary>It does nothing at all from now on, as when its virtual machine is paused.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    /// <summary>It goes on after a pause.</summary>
    public Task ContinueAsync() => SignalAsync("CONT");

    /// <returns>The exit code, once it has exited.</returns>
    public async Task<int> ToExitAsync()
    {
        await process!.WaitForExitAsync();
        var code = process.ExitCode;
        process.Dispose();
        process = null;
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await KillAsync();
        Directory.Delete(Data, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{process!.Id}"]);
        await kill.WaitForExitAsync();
    }
}
