using SkiaSharp;

namespace BlazorChat.Web.Images;

/// <summary>
/// Turns pictures upright. Cameras store a picture as the sensor saw it, and beside it how the camera was held (Exif's
/// orientation, 1 to 8).
/// </summary>
internal static class Upright
{
    private static readonly SKSamplingOptions Smooth = new(SKFilterMode.Linear, SKMipmapMode.Linear);

    /// <summary>Whether turned upright its width is its height.</summary>
    public static bool LiesOnItsSide(SKEncodedOrigin origin) => origin is
        SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;

    /// <summary>Width and height turned upright, or turned back again.</summary>
    public static SKSizeI Turn(SKSizeI size, SKEncodedOrigin origin) =>
        LiesOnItsSide(origin) ? new SKSizeI(size.Height, size.Width) : size;

    /// <param name="picture">As the sensor saw it.</param>
    /// <param name="part">What of it is drawn.</param>
    /// <param name="origin">How it was held.</param>
    /// <param name="size">Of what is made, turned upright.</param>
    /// <param name="quality">0 to 100.</param>
    /// <returns>The part, upright, as WebP with nothing in it but pixels.</returns>
    public static SKData ToWebp(SKPixmap picture, SKRect part, SKEncodedOrigin origin, SKSizeI size, int quality)
    {
        // A colour space that is named would be written beside the pixels.
        using var surface = SKSurface.Create(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        using var nameless = new SKPixmap(new SKImageInfo(picture.Width, picture.Height, picture.ColorType, picture.AlphaType), picture.GetPixels(), picture.RowBytes);
        using var image = SKImage.FromPixels(nameless);
        var lying = Turn(size, origin);
        surface.Canvas.Translate(size.Width / 2f, size.Height / 2f);
        Turn(surface.Canvas, origin);
        surface.Canvas.DrawImage(image, part, SKRect.Create(-lying.Width / 2f, -lying.Height / 2f, lying.Width, lying.Height), Smooth);
        using var pixels = surface.PeekPixels();
        return pixels.Encode(SKEncodedImageFormat.Webp, quality) ?? throw new InvalidOperationException("A small picture could not be written as WebP.");
    }

    private static void Turn(SKCanvas canvas, SKEncodedOrigin origin)
    {
        canvas.RotateDegrees(origin switch
        {
            SKEncodedOrigin.BottomRight or SKEncodedOrigin.BottomLeft => 180,
            SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom => 90,
            SKEncodedOrigin.LeftBottom or SKEncodedOrigin.LeftTop => 270,
            _ => 0,
        });
        if (origin is SKEncodedOrigin.TopRight or SKEncodedOrigin.BottomLeft or SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightBottom)
            canvas.Scale(-1, 1);
    }
}
