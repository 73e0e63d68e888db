using BlazorChat.Core.Files;
using BlazorChat.Web.Features.Files.Images;
using SkiaSharp;

namespace BlazorChat.Tests.Features.Files.Images;

/// <summary>A picture on the disk, for as long as a test takes.</summary>
internal sealed class PictureFile : IDisposable
{
    public PictureFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "picture-" + Guid.NewGuid().ToString("N"));

    /// <returns>Width and height as they are shown; null: not shown.</returns>
    public (int Width, int Height)? Size(string contentType) =>
        PictureHeads.Read(Path, new FileType(contentType, FileKind.Image, true)) is { } size ? (size.Width, size.Height) : null;

    public PictureHead Head()
    {
        using var file = PictureHeads.OpenFile(Path);
        return PictureHeads.Of(file)!;
    }

    public SKBitmap? Thumbnail()
    {
        using var webp = WebpThumbnail();
        return webp is null ? null : SKBitmap.Decode(webp);
    }

    public SKData? WebpThumbnail() => Web.Features.Files.Images.SmallPicture.Of(Path, Head());

    public void Dispose() => File.Delete(Path);
}
