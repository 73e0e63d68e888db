using BlazorChat.Core;
using BlazorChat.Web.Images;
using SkiaSharp;

namespace BlazorChat.Web.Features.People;

/// <summary>
/// Makes a square of 256 pixels from an uploaded picture. Nothing else of the original remains, neither metadata nor hidden
/// data.
/// </summary>
public sealed class Pictures : IDisposable
{
    public const int Side = 256;
    public const int MaxBytes = 2 * 1024 * 1024;

    private const int MaxSide = 8192;
    private const long MaxPixels = 25_000_000;
    private const int Quality = 85;

    private static readonly HashSet<SKEncodedImageFormat> Formats =
        [SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp, SKEncodedImageFormat.Gif];

    private static readonly Refusal Unreadable =
        Refusal.Invalid("avatar", "This picture cannot be read: give a PNG, JPEG, WebP or GIF.");

    private static readonly Refusal TooLarge = Refusal.Invalid(
        "avatar", $"That picture is too large: it may have up to {MaxBytes / 1024 / 1024} MiB and {MaxPixels / 1_000_000} megapixels.");

    // One at a time: decoding a picture takes up to a hundred megabytes.
    private readonly SemaphoreSlim turn = new(1);

    /// <returns>The square as WebP.</returns>
    public async Task<Result<byte[]>> SquareAsync(byte[] given, CancellationToken ct)
    {
        if (given.Length > MaxBytes)
            return TooLarge;
        await turn.WaitAsync(ct);
        try
        {
            return Square(given);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static Result<byte[]> Square(byte[] given)
    {
        using var data = SKData.CreateCopy(given);
        using var codec = SKCodec.Create(data);
        if (codec is null || !Formats.Contains(codec.EncodedFormat))
            return Unreadable;
        // The size in the header is checked before any pixel is decoded, because it decides how much memory is used.
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (width > MaxSide || height > MaxSide || (long)width * height > MaxPixels)
            return TooLarge;
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (codec.GetPixels(bitmap.Info, bitmap.GetPixels()) != SKCodecResult.Success)
            return Unreadable;
        using var pixels = bitmap.PeekPixels();
        var edge = Math.Min(width, height);
        var middle = SKRect.Create((width - edge) / 2f, (height - edge) / 2f, edge, edge);
        using var webp = Upright.ToWebp(pixels, middle, codec.EncodedOrigin, new SKSizeI(Side, Side), Quality);
        return webp.ToArray();
    }
}
