using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using BlazorChat.Load.Client;

namespace BlazorChat.Tests.Support;

/// <summary>A virus scanner that knows one virus: <see cref="Virus"/>.</summary>
public sealed class Clamd : IAsyncLifetime
{
    /// <summary>Larger streams it does not take. Bytes.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>What it calls the virus.</summary>
    public const string Name = "BlazorChat.Test.Virus";

    private readonly string folder = Directory.CreateTempSubdirectory("blazorchat-clamd-").FullName;
    private Process? process;

    /// <summary>What it finds in a file, wherever it stands. Harmless.</summary>
    public static byte[] Virus { get; } = "this is what the scanner of the tests takes for a virus"u8.ToArray();

    public int Port { get; private set; }

    /// <summary>The settings of a chat that asks it.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Chat:Files:ClamAv:Host", "127.0.0.1"), ("Chat:Files:ClamAv:Port", Port.ToString(CultureInfo.InvariantCulture)),
    ];

    public async ValueTask InitializeAsync()
    {
        Port = FreePort.Find();
        var signatures = Directory.CreateDirectory(Path.Combine(folder, "signatures")).FullName;
        await File.WriteAllTextAsync(Path.Combine(signatures, "test.ndb"), $"{Name}:0:*:{Convert.ToHexStringLower(Virus)}\n");
        var configuration = Path.Combine(folder, "clamd.conf");
        await File.WriteAllTextAsync(configuration, $"""
            DatabaseDirectory {signatures}
            TemporaryDirectory {folder}
            TCPSocket {Port}
            TCPAddr 127.0.0.1
            Foreground yes
            StreamMaxLength {MostBytes}

            """);
        process = Process.Start(new ProcessStartInfo("clamd", ["--config-file", configuration])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = new StringBuilder();
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginErrorReadLine();
        using var patience = Patience.Begin();
        // The last it says before it takes the first connection.
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith("Self checking", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return;
            }
        Assert.Fail($"The virus scanner did not start: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
