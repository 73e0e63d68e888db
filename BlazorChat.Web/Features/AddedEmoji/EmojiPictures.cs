using System.Security.Cryptography;
using BlazorChat.Core;
using BlazorChat.Core.Reactions;
using BlazorChat.Web.Images;
using SkiaSharp;

namespace BlazorChat.Web.Features.AddedEmoji;

/// <summary>
/// Makes of an uploaded picture what is served. One that stands still is drawn again, at most 128 pixels wide and high, and nothing
/// else of it remains. One that moves is kept as it came, for there is nothing here that could draw it again: so each of its frames
/// must be readable, and it must be small.
/// </summary>
public sealed class EmojiPictures : IDisposable
{
    public const int MaxBytes = 256 * 1024;

    private const int Side = 128;
    private const int MaxSide = 2048;
    private const int MaxMovingSide = 256;
    private const int MaxFrames = 200;
    private const int Quality = 90;
    private const int HashLength = 16;

    private static readonly Refusal Unreadable = Refusal.Invalid("emoji", "This picture cannot be read: give a PNG, GIF or WebP.");

    private static readonly Refusal TooLarge = Refusal.Invalid("emoji", $"That picture is too large: it may have up to {MaxBytes / 1024} KiB and {MaxSide} pixels a side.");

    private static readonly Refusal TooMuchMoving = Refusal.Invalid(
        "emoji", $"That picture moves too much: it may have up to {MaxFrames} frames and {MaxMovingSide} pixels a side.");

    // One at a time: a picture takes up to 16 MB.
    private readonly SemaphoreSlim turn = new(1);

    public async Task<Result<EmojiPicture>> ReadAsync(byte[] given, CancellationToken ct)
    {
        if (given.Length > MaxBytes)
            return TooLarge;
        await turn.WaitAsync(ct);
        try
        {
            return Read(given);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private static Result<EmojiPicture> Read(byte[] given)
    {
        using var data = SKData.CreateCopy(given);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat is not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Gif or SKEncodedImageFormat.Webp))
            return Unreadable;
        // Checked before any pixel is decoded, because it decides how much memory is used.
        var (width, height, frames) = (codec.Info.Width, codec.Info.Height, Math.Max(1, codec.FrameCount));
        if (width > MaxSide || height > MaxSide)
            return TooLarge;
        if (frames > 1 && (frames > MaxFrames || width > MaxMovingSide || height > MaxMovingSide))
            return TooMuchMoving;
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Premul));
        for (var frame = 0; frame < frames; frame++)
            if (codec.GetPixels(bitmap.Info, bitmap.GetPixels(), frames > 1 ? new SKCodecOptions(frame) : new SKCodecOptions()) != SKCodecResult.Success)
                return Unreadable;
        return frames > 1 ? Of(given, codec.EncodedFormat == SKEncodedImageFormat.Gif ? "image/gif" : "image/webp") : Of(Still(bitmap, codec.EncodedOrigin), "image/webp");
    }

    private static byte[] Still(SKBitmap bitmap, SKEncodedOrigin origin)
    {
        var upright = Upright.Turn(new SKSizeI(bitmap.Width, bitmap.Height), origin);
        var scale = Math.Min(1f, (float)Side / Math.Max(upright.Width, upright.Height));
        var size = new SKSizeI(Math.Max(1, (int)(upright.Width * scale)), Math.Max(1, (int)(upright.Height * scale)));
        using var pixels = bitmap.PeekPixels();
        using var webp = Upright.ToWebp(pixels, SKRect.Create(bitmap.Width, bitmap.Height), origin, size, Quality);
        return webp.ToArray();
    }

    private static EmojiPicture Of(byte[] bytes, string type) => new(bytes, type, Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength]);
}
