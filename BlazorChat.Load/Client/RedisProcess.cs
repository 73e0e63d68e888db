using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BlazorChat.Load.Client;

/// <summary>Redis as a process of its own, which keeps nothing, to be shut down, started again in the same place, and paused.</summary>
public sealed class RedisProcess : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("blazorchat-redis-").FullName;
    private readonly int port = FreePort.Find();
    private Process? process;

    public string Address => string.Create(CultureInfo.InvariantCulture, $"redis://127.0.0.1:{port}/0");

    public async Task StartAsync()
    {
        string[] settings = ["--port", $"{port}", "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"];
        process = Process.Start(new ProcessStartInfo("redis-server", settings) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
                break;
        if (process.HasExited)
            throw new InvalidOperationException("Redis did not start.");
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>Shuts it down; all connections to it end.</summary>
    public async Task StopAsync()
    {
        await TellAsync("SHUTDOWN NOSAVE");
        await process!.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Ends it at once, as by a crash.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>For that time it keeps its connections and answers nobody.</summary>
    public Task PauseAsync(TimeSpan time) => TellAsync(string.Create(CultureInfo.InvariantCulture, $"CLIENT PAUSE {(long)time.TotalMilliseconds} ALL"));

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    // Redis understands a command as a line of text, too. One that shuts it down is answered by the end of the connection.
    private async Task TellAsync(string command)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = line.GetStream();
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n" };
        await writer.WriteLineAsync(command);
        await writer.FlushAsync();
        using var reader = new StreamReader(stream);
        if (await reader.ReadLineAsync() is { } answer && answer != "+OK")
            throw new InvalidOperationException($"Redis answered {answer} to {command}.");
    }
}
