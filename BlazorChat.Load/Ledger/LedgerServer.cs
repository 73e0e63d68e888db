using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace BlazorChat.Load.Ledger;

/// <summary>A chat of our own, to be killed: a process, a data folder, a port that it keeps.</summary>
internal sealed class LedgerServer : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(60);

    private readonly string data = Directory.CreateTempSubdirectory("blazorchat-ledger-").FullName;
    private readonly int port = FreePort();
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public async Task StartAsync(CancellationToken ct)
    {
        var program = typeof(LedgerServer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "WebProgram").Value!;
        var start = new ProcessStartInfo("dotnet", [program, "--urls", Address.ToString()])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
        };
        start.Environment["Chat__DataDirectory"] = data;
        foreach (var limit in new[] { "RateLimits__MessagesPerSecond", "RateLimits__Burst", "RateLimits__RegistrationsPerHour", "Limits__StreamsPerUser" })
            start.Environment["Chat__" + limit] = "100000";
        process = Process.Start(start)!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(StartsWithin);
        while (await process.StandardOutput.ReadLineAsync(deadline.Token) is { } line)
            if (line.Contains("Application started", StringComparison.Ordinal))
                break;
        if (process.HasExited)
            throw new LoadException("The server did not start.");
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>Without a word: SIGKILL.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>What SQLite itself says of the file; <c>ok</c> if it is sound.</summary>
    public async Task<string> CheckIntegrityAsync(CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "chat.db")};Pooling=False");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)(await command.ExecuteScalarAsync(ct))!;
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
