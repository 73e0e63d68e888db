using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace BlazorChat.E2E.Hosting;

/// <summary>The chat as users start it: its own process, its own data, a free port that it keeps over restarts.</summary>
public sealed class ChatServer : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private readonly string data = Directory.CreateTempSubdirectory("blazorchat-e2e-").FullName;
    private readonly int port = FreePort();
    private Process? process;

    private ChatServer()
    {
    }

    public string Address => $"http://127.0.0.1:{port}";

    public static async Task<ChatServer> StartAsync()
    {
        var server = new ChatServer();
        await server.RunAsync();
        return server;
    }

    /// <summary>Starts it again on the same data.</summary>
    public async Task RunAsync()
    {
        var program = typeof(ChatServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "WebProgram").Value!;
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address])
        {
            WorkingDirectory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(program)!, "../../..")),
            RedirectStandardOutput = true,
        };
        start.Environment["Chat__DataDirectory"] = data;
        start.Environment["Chat__RateLimits__RegistrationsPerHour"] = "100000";
        start.Environment["Chat__RateLimits__MessagesPerSecond"] = "20";
        start.Environment["Chat__RateLimits__Burst"] = "200";
        start.Environment["Chat__RateLimits__SignInsPerMinute"] = "100000";
        start.Environment["Chat__RateLimits__SignInsPerMinuteAndAddress"] = "100000";
        process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(StartsWithin);
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            if (line.Contains("Application started", StringComparison.Ordinal))
                break;
        if (process.HasExited)
            throw new InvalidOperationException("The server did not start.");
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>As a power cut would: without a word.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await KillAsync();
        Directory.Delete(data, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
