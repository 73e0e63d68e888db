using System.Security.Cryptography;
using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Web.Features.Files.Images;

namespace BlazorChat.Web.Features.Files;

/// <summary>Looks through bytes that came in, before anybody else may have them.</summary>
public sealed class Inspection(VirusScanner scanner)
{
    private const int BufferSize = 64 * 1024;

    /// <param name="came">The bytes; they stay where they are.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>What they are, and where what is kept of them lies; to be disposed of.</returns>
    internal async Task<Result<Inspected>> InspectAsync(StagedFile came, CancellationToken ct)
    {
        if (await scanner.ScanAsync(came.Path, ct) is { } infected)
            return infected;
        var type = await TypeAsync(came.Path, ct);
        var picture = type is { Kind: FileKind.Image, ShowsInline: true } ? PictureHead.Read(came.Path, type) : null;
        // A picture that is too large to be shown would be too large for whoever opens it, too.
        if (picture is null && type.Kind == FileKind.Image)
            type = type with { ShowsInline = false };
        var (sha256, size) = await HashAsync(came.Path, ct);
        return new Inspected(new FileContent(sha256, size, type, picture), came, null);
    }

    private static async Task<FileType> TypeAsync(string path, CancellationToken ct)
    {
        await using var bytes = Open(path);
        var head = new byte[FileType.HeadBytes];
        return FileType.Of(head.AsSpan(0, await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)));
    }

    private static async Task<(string Sha256, long Size)> HashAsync(string path, CancellationToken ct)
    {
        await using var bytes = Open(path);
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)), bytes.Length);
    }

    private static FileStream Open(string path) =>
        new(path, new FileStreamOptions { BufferSize = BufferSize, Options = FileOptions.Asynchronous });
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
