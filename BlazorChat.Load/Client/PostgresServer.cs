using System.Diagnostics;
using System.Globalization;

namespace BlazorChat.Load.Client;

/// <summary>
/// PostgreSQL as a process of its own, with its own data and port, to be stopped, killed and started again. It runs as an
/// ordinary user: it refuses to be run by root. Tests that need one share this file.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "chat";

    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(2);

    private readonly string folder = Directory.CreateTempSubdirectory("blazorchat-pg-").FullName;
    private readonly string[] settings;
    private readonly int port = FreePort.Find();
    private Process? process;

    private PostgresServer(bool isDurable) => settings =
        [
            "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=300", "-c", "unix_socket_directories=",
            .. isDurable ? Array.Empty<string>() : ["-c", "fsync=off", "-c", "full_page_writes=off"],
        ];

    /// <param name="isDurable">Whether a commit is on disk, as it is by default. Tests that do not cut the power are faster without.</param>
    public static async Task<PostgresServer> StartAsync(bool isDurable)
    {
        var server = new PostgresServer(isDurable);
        if (IsRoot)
            await RunAsync("chown", NobodyId, server.folder);
        await RunAsync([.. AsNobody, Program("initdb"), "-D", server.Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        await server.StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.process?.Kill();
        return server;
    }

    /// <summary>The connection string for a database on this server.</summary>
    public string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username={User};Database={database}");

    /// <summary>The same as an address.</summary>
    public string Address(string database) => string.Create(CultureInfo.InvariantCulture, $"postgres://{User}@127.0.0.1:{port}/{database}");

    /// <summary>Starts it again on the same data.</summary>
    public async Task StartAsync()
    {
        string[] how = [.. AsNobody, Program("postgres"), "-D", Data, "-p", port.ToString(CultureInfo.InvariantCulture), .. settings];
        process = Process.Start(new ProcessStartInfo(how[0], how[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        using var deadline = new CancellationTokenSource(StartsWithin);
        while (!await AnswersAsync())
        {
            deadline.Token.ThrowIfCancellationRequested();
            if (process.HasExited)
                throw new InvalidOperationException($"PostgreSQL ended at once with code {process.ExitCode}.");
            await Task.Delay(50, deadline.Token);
        }
    }

    /// <summary>Ends all sessions and the server at once, without a checkpoint: SIGQUIT, an immediate shutdown.</summary>
    public async Task StopAtOnceAsync()
    {
        await SignalAsync("QUIT");
        await process!.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Runs SQL by psql.</summary>
    /// <returns>What it printed, without headings.</returns>
    public Task<string> RunSqlAsync(string database, string sql) =>
        RunAsync([Program("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", Address(database), "-c", sql]);

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await StopAtOnceAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string NobodyId => "nobody";

    private static string[] AsNobody => IsRoot ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];

    private string Data => Path.Combine(folder, "data");

    // Debian keeps the server's programs out of everybody's path.
    private static string Program(string name) =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", name)).Where(File.Exists).Order(StringComparer.Ordinal).LastOrDefault(name)
            : name;

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await RunSqlAsync("postgres", "SELECT 1");
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private async Task SignalAsync(string signal) =>
        await RunAsync("kill", "-" + signal, (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0]);

    private static async Task<string> RunAsync(params string[] command)
    {
        using var run = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        return run.ExitCode == 0
            ? (await output).Trim()
            : throw new InvalidOperationException($"{command[0]} ended with code {run.ExitCode}: {await error}");
    }
}
