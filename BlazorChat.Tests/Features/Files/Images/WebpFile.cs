using System.Buffers.Binary;
using System.Text;

namespace BlazorChat.Tests.Features.Files.Images;

/// <summary>WebP files put together from chunks, for animations and for what cameras write.</summary>
internal static class WebpFile
{
    private const byte IsAnimated = 0x02, HasExif = 0x08, HasAlpha = 0x10;

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="still">A plain WebP.</param>
    /// <param name="exif">What a camera wrote.</param>
    public static byte[] With(int width, int height, byte[] still, byte[] exif) =>
        Of([.. Extended(HasExif | HasAlpha, width, height), .. Pixels(still), .. Chunk("EXIF", exif)]);

    /// <param name="width">Of the whole, pixels.</param>
    /// <param name="height">Of the whole, pixels.</param>
    /// <param name="frames">Plain WebPs, each with its place and size.</param>
    public static byte[] Animated(int width, int height, params (int X, int Y, int Width, int Height, byte[] Still)[] frames)
    {
        var body = new List<byte>();
        body.AddRange(Extended(IsAnimated | HasAlpha, width, height));
        body.AddRange(Chunk("ANIM", new byte[6]));
        foreach (var (x, y, frameWidth, frameHeight, still) in frames)
            body.AddRange(Chunk("ANMF", [.. Three(x / 2), .. Three(y / 2), .. Three(frameWidth - 1), .. Three(frameHeight - 1), .. Three(100), 0, .. Pixels(still)]));
        return Of([.. body]);
    }

    private static byte[] Extended(int flags, int width, int height) =>
        Chunk("VP8X", [(byte)flags, 0, 0, 0, .. Three(width - 1), .. Three(height - 1)]);

    // Of a plain WebP, the chunk of pixels is all there is.
    private static byte[] Pixels(byte[] still) => still[12..];

    private static byte[] Of(byte[] body) => [.. "RIFF"u8, .. Four(body.Length + 4), .. "WEBP"u8, .. body];

    private static byte[] Chunk(string type, byte[] body) =>
        [.. Encoding.ASCII.GetBytes(type), .. Four(body.Length), .. body, .. new byte[body.Length & 1]];

    private static byte[] Three(int number) => Four(number)[..3];

    private static byte[] Four(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
