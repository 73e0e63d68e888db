using BlazorChat.Core.Files;
using SkiaSharp;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>
/// What a picture says of itself before a pixel of it is read. Found by walking over its blocks: costs a buffer, whatever
/// the picture claims to be.
/// </summary>
/// <param name="Format">PNG, JPEG, GIF or WebP.</param>
/// <param name="Size">Pixels, as the sensor saw it.</param>
/// <param name="Origin">How it was held.</param>
/// <param name="Frames">1: it stands still. Where there are more than may be shown, one more than that.</param>
/// <param name="DecodingBytes">About the memory that decoding it for a thumbnail takes.</param>
internal sealed record PictureHead(SKEncodedImageFormat Format, SKSizeI Size, SKEncodedOrigin Origin, int Frames, long DecodingBytes)
{
    private const int BufferSize = 64 * 1024;

    public string ContentType => Format switch
    {
        SKEncodedImageFormat.Png => "image/png",
        SKEncodedImageFormat.Jpeg => "image/jpeg",
        SKEncodedImageFormat.Gif => "image/gif",
        _ => "image/webp",
    };

    /// <summary>The pixels of one frame.</summary>
    public long Pixels => (long)Size.Width * Size.Height;

    /// <param name="path">A file.</param>
    /// <param name="type">What was found to be in it.</param>
    /// <returns>Its size turned upright; null: it is not shown as a picture, because it is none, or larger than what is shown.</returns>
    public static PictureSize? Read(string path, FileType type)
    {
        using var file = OpenFile(path);
        if (Of(file) is not { } head || head.ContentType != type.ContentType || !PictureLimits.Allow(head, file.Length))
            return null;
        var upright = Upright.Turn(head.Size, head.Origin);
        return new PictureSize(upright.Width, upright.Height);
    }

    /// <param name="file">Can seek, and has a buffer.</param>
    /// <returns>Null: no picture of the four formats, or one whose head is broken.</returns>
    public static PictureHead? Of(Stream file)
    {
        Span<byte> signature = stackalloc byte[12];
        file.Position = 0;
        signature = signature[..file.ReadAtLeast(signature, signature.Length, throwOnEndOfStream: false)];
        try
        {
            return signature switch
            {
                [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngHead.Read(file),
                [0xFF, 0xD8, 0xFF, ..] => JpegHead.Read(file),
                [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => GifHead.Read(file),
                [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P'] => WebpHead.Read(file),
                _ => null,
            };
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>A file to walk over in small steps.</summary>
    internal static FileStream OpenFile(string path) => new(path, new FileStreamOptions { BufferSize = BufferSize });
}
