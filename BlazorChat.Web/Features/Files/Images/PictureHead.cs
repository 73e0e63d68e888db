using SkiaSharp;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>What a picture says of itself before a pixel of it is read.</summary>
/// <param name="Format">PNG, JPEG, GIF or WebP.</param>
/// <param name="Size">Pixels, as the sensor saw it.</param>
/// <param name="Origin">How it was held.</param>
/// <param name="Frames">1: it stands still. Where there are more than may be shown, one more than that.</param>
/// <param name="DecodingBytes">About the memory that decoding it for a thumbnail takes.</param>
internal sealed record PictureHead(SKEncodedImageFormat Format, SKSizeI Size, SKEncodedOrigin Origin, int Frames, long DecodingBytes)
{
    public string ContentType => Format switch
    {
        SKEncodedImageFormat.Png => "image/png",
        SKEncodedImageFormat.Jpeg => "image/jpeg",
        SKEncodedImageFormat.Gif => "image/gif",
        _ => "image/webp",
    };

    /// <summary>The pixels of one frame.</summary>
    public long Pixels => (long)Size.Width * Size.Height;
}
