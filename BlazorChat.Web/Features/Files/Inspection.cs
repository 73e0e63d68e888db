using System.Security.Cryptography;
using BlazorChat.Core;
using BlazorChat.Core.Files;

namespace BlazorChat.Web.Features.Files;

/// <summary>Looks through bytes that came in, before anybody else may have them.</summary>
public sealed class Inspection(StagingArea staging, VirusScanner scanner)
{
    private const int BufferSize = 64 * 1024;

    /// <returns>What they are and where they lie now, to be disposed of.</returns>
    internal async Task<Result<Inspected>> InspectAsync(StagedFile came, CancellationToken ct)
    {
        if (await scanner.ScanAsync(came.Path, ct) is { } why)
            return why;
        _ = staging;
        var (sha256, size) = await HashAsync(came.Path, ct);
        return new Inspected(new FileContent(sha256, size, new FileType("application/octet-stream", FileKind.Other, false), null), came, null);
    }

    private static async Task<(string Sha256, long Size)> HashAsync(string path, CancellationToken ct)
    {
        await using var bytes = new FileStream(path, new FileStreamOptions { BufferSize = BufferSize, Options = FileOptions.Asynchronous });
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)), bytes.Length);
    }
}

/// <summary>Bytes that were looked through.</summary>
/// <param name="Content">What they are.</param>
/// <param name="File">What is handed out.</param>
/// <param name="Original">What came, where that is kept.</param>
internal sealed record Inspected(FileContent Content, StagedFile File, StagedFile? Original) : IDisposable
{
    public void Dispose()
    {
        File.Dispose();
        Original?.Dispose();
    }
}
