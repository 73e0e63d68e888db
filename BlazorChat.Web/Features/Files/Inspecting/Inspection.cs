using System.Security.Cryptography;
using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Core.Files.Stripping;
using BlazorChat.Core.Files.Types;
using BlazorChat.Web.Features.Files.Images;
using BlazorChat.Web.Features.Files.Staging;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Inspecting;

/// <summary>
/// Inspects uploaded bytes before anyone else can download them: scans for viruses, detects the type, and removes metadata.
/// </summary>
public sealed class Inspection(StagingArea staging, VirusScanner scanner, IOptions<InspectionOptions> options)
{
    private const int BufferSize = 64 * 1024;

    /// <param name="came">The uploaded bytes; they stay where they are.</param>
    /// <param name="ct">Stops the inspection.</param>
    /// <returns>The result, with the files to store; dispose it afterwards.</returns>
    internal async Task<Result<Inspected>> InspectAsync(StagedFile came, CancellationToken ct)
    {
        if (await scanner.ScanAsync(came.Path, ct) is { } infected)
            return infected;
        var clean = staging.NewFile();
        try
        {
            var (type, isClean) = await StripAsync(came, clean, ct);
            var file = isClean ? clean : came;
            var original = isClean && options.Value.KeepOriginals ? came : null;
            return new Inspected(await DescribeAsync(file, original, type, ct), file, original, clean);
        }
        catch
        {
            clean.Dispose();
            throw;
        }
    }

    private static async Task<Stripped> StripAsync(StagedFile came, StagedFile clean, CancellationToken ct)
    {
        await using var source = Open(came.Path);
        var head = new byte[FileTypes.HeadBytes];
        var type = FileTypes.Of(head.AsSpan(0, await source.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)));
        await using var destination = clean.Create();
        return await Metadata.StripAsync(source, destination, type, ct);
    }

    private static async Task<FileContent> DescribeAsync(StagedFile file, StagedFile? original, FileType type, CancellationToken ct)
    {
        var isPicture = type is { Kind: FileKind.Image, ShowsInline: true };
        var picture = isPicture ? PictureHeads.Read(file.Path, type) : null;
        // A picture that is too large to be shown is too large to be decoded, too.
        if (isPicture && picture is null)
            type = type with { ShowsInline = false };
        var (sha256, size) = await HashAsync(file.Path, ct);
        if (original is null)
            return new FileContent(sha256, size, type, picture);
        var (originalSha256, originalSize) = await HashAsync(original.Path, ct);
        return new FileContent(sha256, size, type, picture, new OriginalContent(originalSha256, originalSize));
    }

    private static async Task<(string Sha256, long Size)> HashAsync(string path, CancellationToken ct)
    {
        await using var bytes = Open(path);
        return (Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)), bytes.Length);
    }

    private static FileStream Open(string path) =>
        new(path, new FileStreamOptions { BufferSize = BufferSize, Options = FileOptions.Asynchronous });
}

/// <summary>Inspected bytes.</summary>
/// <param name="Content">What is known about them.</param>
/// <param name="File">The file that people will download.</param>
/// <param name="Original">The original file, if it is kept.</param>
/// <param name="Clean">
/// The file without its metadata, if there was any. Disposing deletes it; the uploaded file belongs to the caller.
/// </param>
internal sealed record Inspected(FileContent Content, StagedFile File, StagedFile? Original, StagedFile Clean) : IDisposable
{
    public void Dispose() => Clean.Dispose();
}
