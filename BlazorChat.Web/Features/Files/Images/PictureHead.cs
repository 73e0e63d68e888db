using SkiaSharp;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>The header of a picture, read before any pixel is decoded.</summary>
/// <param name="Format">PNG, JPEG, GIF or WebP.</param>
/// <param name="Size">Pixels, as the sensor saw it.</param>
/// <param name="Origin">How it was held.</param>
/// <param name="Frames">The number of frames; 1 for a still picture. If there are too many, one more than the limit.</param>
/// <param name="DecodingBytes">Estimated memory for decoding it to make a thumbnail.</param>
internal sealed record PictureHead(SKEncodedImageFormat Format, SKSizeI Size, SKEncodedOrigin Origin, int Frames, long DecodingBytes)
{
    public string ContentType => Format switch
    {
        SKEncodedImageFormat.Png => "image/png",
        SKEncodedImageFormat.Jpeg => "image/jpeg",
        SKEncodedImageFormat.Gif => "image/gif",
        _ => "image/webp",
    };

    /// <summary>The number of pixels in one frame.</summary>
    public long Pixels => (long)Size.Width * Size.Height;
}
