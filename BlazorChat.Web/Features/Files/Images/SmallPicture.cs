using BlazorChat.Web.Images;
using SkiaSharp;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>A small picture of a picture: upright, within a square of 720 pixels, never larger than what it is made of.</summary>
internal static class SmallPicture
{
    public const int Side = 720;

    private const int Quality = 80;

    /// <summary>The steps by which a JPEG's decoder can make a picture smaller, eighths.</summary>
    private const int Steps = 8;

    /// <param name="path">A file.</param>
    /// <param name="head">Its head, within the limits.</param>
    /// <returns>WebP without metadata, of an animation's first frame; null: it cannot be read.</returns>
    public static SKData? Of(string path, PictureHead head)
    {
        using var codec = SKCodec.Create(path);
        // Memory was allowed for what we found in its head: a decoder that finds something else gets none.
        if (codec is null || codec.EncodedFormat != head.Format || codec.Info.Size != head.Size)
            return null;
        var scale = Math.Min(1f, (float)Side / Math.Max(head.Size.Width, head.Size.Height));
        var size = new SKSizeI(Scaled(head.Size.Width, scale), Scaled(head.Size.Height, scale));
        var decoded = head.Format switch
        {
            SKEncodedImageFormat.Webp => size,
            SKEncodedImageFormat.Jpeg => codec.GetScaledDimensions(MathF.Ceiling(scale * Steps) / Steps),
            _ => head.Size,
        };
        // Other colour spaces than the screen's become the screen's.
        using var space = SKColorSpace.CreateSrgb();
        using var bitmap = new SKBitmap();
        if (!bitmap.TryAllocPixels(new SKImageInfo(decoded.Width, decoded.Height, SKColorType.Rgba8888, SKAlphaType.Premul, space)))
            return null;
        // What is cut off or damaged is shown as far as it goes, as browsers do.
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput))
            return null;
        using var pixels = bitmap.PeekPixels();
        return Upright.ToWebp(pixels, SKRect.Create(decoded.Width, decoded.Height), head.Origin, Upright.Turn(size, head.Origin), Quality);
    }

    private static int Scaled(int length, float scale) => Math.Max(1, (int)MathF.Round(length * scale));
}
