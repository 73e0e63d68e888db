using System.Diagnostics;

namespace BlazorChat.Tests.Clients;

/// <summary>An example that runs as people start it.</summary>
internal sealed class ExampleProcess : IAsyncDisposable
{
    private readonly Process process;

    /// <param name="program">What to start.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Who it signs in as, and where.</param>
    public ExampleProcess(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        process = Process.Start(start)!;
    }

    public Task SayAsync(string line) => process.StandardInput.WriteLineAsync(line);

    /// <summary>Its next line.</summary>
    public async Task<string> NextLineAsync() =>
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().InPatienceAsync() ??
        throw new EndOfStreamException(await process.StandardError.ReadToEndAsync());

    /// <returns>Its exit code, and what it complained about.</returns>
    public async Task<(int ExitCode, string Error)> ToEndAsync()
    {
        process.StandardInput.Close();
        var error = await process.StandardError.ReadToEndAsync().InPatienceAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).InPatienceAsync();
        return (process.ExitCode, error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
