using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Reflection;

namespace BlazorChat.Tests.Fire;

/// <summary>The chat as its own process, to be told to stop: its own data, a port that it keeps.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private readonly int port = FreePort();
    private Process? process;

    public string Data { get; } = Directory.CreateTempSubdirectory("blazorchat-fire-").FullName;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public async Task StartAsync()
    {
        var program = typeof(ServerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "WebProgram").Value!;
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address.ToString()])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
        };
        start.Environment["Chat__DataDirectory"] = Data;
        foreach (var limit in new[]
        {
            "RateLimits__MessagesPerSecond", "RateLimits__Burst", "RateLimits__RegistrationsPerHour",
            "RateLimits__SignInsPerMinuteAndAddress", "Limits__StreamsPerUser",
        })
            start.Environment["Chat__" + limit] = "100000";
        process = Process.Start(start)!;
        using var deadline = new CancellationTokenSource(StartsWithin);
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            if (line.Contains("Application started", StringComparison.Ordinal))
                break;
        Assert.False(process.HasExited, "The server did not start.");
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    public async Task<ChatClient> SignUpAsync(string name)
    {
        var anonymous = new ChatClient(NewHttp(null));
        var account = new { username = $"{name}-{Guid.NewGuid().ToString("N")[..6]}", password = ChatApp.Password };
        Assert.Equal(201, (await anonymous.PostAsync("/auth/register", account)).Status);
        return await ShowingAsync((await anonymous.PostAsync("/auth/token", account))["access_token"].GetString()!);
    }

    public async Task<ChatClient> ShowingAsync(string token)
    {
        var client = new ChatClient(NewHttp(token));
        await client.IntroduceAsync();
        return client;
    }

    /// <summary>SIGTERM, as whoever runs services sends it.</summary>
    public async Task TellToStopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        await kill.WaitForExitAsync();
    }

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
        {
            process.Kill();
            await ToExitAsync();
        }
        Directory.Delete(Data, recursive: true);
    }

    private HttpClient NewHttp(string? token) => new(new SocketsHttpHandler { UseCookies = false })
    {
        BaseAddress = Address,
        Timeout = TimeSpan.FromSeconds(60),
        DefaultRequestHeaders = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
