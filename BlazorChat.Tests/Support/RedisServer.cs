using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace BlazorChat.Tests.Support;

/// <summary>A Redis of its own, which keeps nothing. It can be shut down, started again in the same place, and paused.</summary>
public sealed class RedisServer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("blazorchat-redis-").FullName;
    private readonly int port = FreePort();
    private Process? process;

    public string Url => $"redis://127.0.0.1:{port}/0";

    /// <summary>The settings of a chat that uses it.</summary>
    public (string Key, string Value)[] Settings => [("REDIS_URL", Url)];

    public async ValueTask InitializeAsync() => await StartAsync();

    public async Task StartAsync()
    {
        string[] settings = ["--port", $"{port}", "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"];
        process = Process.Start(new ProcessStartInfo("redis-server", settings) { RedirectStandardOutput = true })!;
        using var patience = Patience.Begin();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        Assert.Fail("Redis did not start.");
    }

    /// <summary>Ends it at once, as by a crash.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>For so long it takes what is sent to it and does nothing of it. No connection can end that earlier.</summary>
    public Task PauseAsync(TimeSpan time) => AskAsync("CLIENT", "PAUSE", ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture), "ALL");

    public async Task<RedisResult> AskAsync(string command, params object[] arguments)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},allowAdmin=true");
        return await connection.GetDatabase().ExecuteAsync(command, arguments);
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { } running)
            await KillIfRunningAsync(running);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task KillIfRunningAsync(Process running)
    {
        try
        {
            running.Kill();
            await running.WaitForExitAsync();
            running.Dispose();
        }
        catch (InvalidOperationException)
        {
            // A test has ended it already.
        }
    }

    // Below those that the system gives to connections: while it is shut down, nobody else takes it.
    private static int FreePort()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(12_000, 32_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }
}
