using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace BlazorChat.Tests.Fire;

/// <summary>The program as somebody starts it, with settings of theirs: what it says, and how it ends.</summary>
internal sealed class ProgramRun : IAsyncDisposable
{
    private readonly Process process;
    private readonly CancellationTokenSource patience = Patience.Begin();

    private ProgramRun(Process process) => this.process = process;

    public static ProgramRun Start(IEnumerable<(string Name, string Value)> environment, params string[] arguments)
    {
        var program = typeof(ProgramRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "WebProgram").Value!;
        return Start("dotnet", [program, .. arguments], environment);
    }

    public static ProgramRun Start(string file, IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return new ProgramRun(Process.Start(start)!);
    }

    /// <summary>The first line with this in it.</summary>
    public async Task<string> SaysAsync(string word)
    {
        var said = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(word, StringComparison.Ordinal))
                return line;
            said.AppendLine(line);
        }
        throw new InvalidOperationException($"It ended without \"{word}\": {said}{await process.StandardError.ReadToEndAsync()}");
    }

    /// <returns>How it ended, and what it said of it.</returns>
    public async Task<(int Code, string Errors, string Output)> ToEndAsync()
    {
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return (process.ExitCode, errors, await output);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        patience.Dispose();
    }
}
