using BlazorChat.Web.Images;
using SkiaSharp;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>Makes a thumbnail: upright, within a square of 720 pixels, never larger than the original.</summary>
internal static class SmallPicture
{
    public const int Side = 720;

    private const int Quality = 80;

    /// <summary>The scales in eighths at which a JPEG decoder can decode.</summary>
    private const int Steps = 8;

    /// <param name="path">A file.</param>
    /// <param name="head">Its header, within the limits.</param>
    /// <param name="side">The longest side of what is made, in pixels.</param>
    /// <returns>
    /// A WebP without metadata, of the first frame if it is an animation; null if the picture cannot be decoded.
    /// </returns>
    public static SKData? Of(string path, PictureHead head, int side = Side)
    {
        using var codec = SKCodec.Create(path);
        // The memory was allowed for the header that we read. If the decoder sees another size, it is refused.
        if (codec is null || codec.EncodedFormat != head.Format || codec.Info.Size != head.Size)
            return null;
        var (scale, size) = (ScaleOf(head.Size, side), Scaled(head.Size, side));
        var decoded = head.Format switch
        {
            SKEncodedImageFormat.Webp => size,
            SKEncodedImageFormat.Jpeg => codec.GetScaledDimensions(MathF.Ceiling(scale * Steps) / Steps),
            _ => head.Size,
        };
        // Other colour spaces are converted to sRGB.
        using var space = SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new SKImageInfo(decoded.Width, decoded.Height, SKColorType.Rgba8888, SKAlphaType.Premul, space)))
            return null;
        // A truncated or damaged picture is shown as far as it can be decoded, as in browsers.
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput))
            return null;
        using var pixels = bitmap.PeekPixels();
        return Upright.ToWebp(pixels, SKRect.Create(decoded.Width, decoded.Height), head.Origin, Upright.Turn(size, head.Origin), Quality);
    }

    /// <returns>The size of what is made, as the sensor saw it.</returns>
    internal static SKSizeI Scaled(SKSizeI size, int side) => new(Scaled(size.Width, ScaleOf(size, side)), Scaled(size.Height, ScaleOf(size, side)));

    private static float ScaleOf(SKSizeI size, int side) => Math.Min(1f, (float)side / Math.Max(size.Width, size.Height));

    private static int Scaled(int length, float scale) => Math.Max(1, (int)MathF.Round(length * scale));
}
