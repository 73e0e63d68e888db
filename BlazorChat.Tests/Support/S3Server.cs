using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BlazorChat.Web.Features.Files.Stores;

namespace BlazorChat.Tests.Support;

/// <summary>An object store of its own: a process that speaks S3, checks signatures and keeps a bucket in a folder.</summary>
public sealed class S3Server : IAsyncLifetime
{
    public const string Bucket = "chat";
    private const string Key = "S3RVER";

    private readonly string folder = Directory.CreateTempSubdirectory("blazorchat-s3-").FullName;
    private readonly List<string> log = [];
    private readonly Dictionary<TaskCompletionSource, Func<string, bool>> waiting = [];
    private Process? process;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var program = typeof(S3Server).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "S3Server").Value!;
        // It hides where a list goes on by a cipher that is old by now.
        process = Process.Start(new ProcessStartInfo("node", ["--openssl-legacy-provider", program, folder]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        process.OutputDataReceived += (_, line) => Note(line.Data ?? "port 0");
        var started = ToldAsync(line => line.StartsWith("port ", StringComparison.Ordinal));
        process.BeginOutputReadLine();
        await started;
        var port = int.Parse(log.Single(line => line.StartsWith("port ", StringComparison.Ordinal))[5..], CultureInfo.InvariantCulture);
        Assert.True(port > 0, "The object store did not start: is there a BlazorChat.Tests/S3/node_modules (npm ci)?");
        Address = new Uri($"http://127.0.0.1:{port}");
    }

    /// <summary>What it told so far: each request when it came.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (log)
                return [.. log];
        }
    }

    /// <summary>How it is reached.</summary>
    /// <param name="prefix">What names begin with.</param>
    /// <param name="secret">Null: the right one.</param>
    /// <param name="bucket">Null: the one that is there.</param>
    /// <param name="endpoint">Null: directly.</param>
    /// <param name="timeoutSeconds">How long it may say nothing.</param>
    public S3Options Options(
        string? prefix = null, string? secret = null, string? bucket = null, Uri? endpoint = null, int timeoutSeconds = 60) => new()
    {
        Endpoint = endpoint ?? Address,
        Bucket = bucket ?? Bucket,
        AccessKey = Key,
        SecretKey = secret ?? Key,
        Prefix = prefix,
        TimeoutSeconds = timeoutSeconds,
    };

    /// <summary>From now on, who asks for an address with this in it is not answered.</summary>
    public async Task HoldAsync(string part)
    {
        await process!.StandardInput.WriteLineAsync(part);
        await process.StandardInput.FlushAsync();
        await ToldAsync(line => line == "held " + part);
    }

    /// <summary>Done as soon as the server tells such a line.</summary>
    public async Task ToldAsync(Func<string, bool> isIt)
    {
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (log)
        {
            if (log.Any(isIt))
                return;
            waiting[told] = isIt;
        }
        await told.Task.InPatienceAsync();
    }

    public async ValueTask DisposeAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Note(string line)
    {
        lock (log)
        {
            log.Add(line);
            foreach (var told in waiting.Where(each => each.Value(line)).Select(each => each.Key).ToList())
            {
                waiting.Remove(told);
                told.SetResult();
            }
        }
    }
}
