using System.Buffers.Binary;
using SkiaSharp;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>Reads the chunks of a PNG: up to the pixels of a still picture, and all of them for an animation.</summary>
internal static class PngHead
{
    private const int SignatureLength = 8;
    private const int ChecksumLength = 4;
    private const int HeaderLength = 13;
    private const int LongestExif = 64 * 1024;

    public static PictureHead? Read(Stream png)
    {
        png.Position = SignatureLength;
        if (Next(png) is not (Length: HeaderLength, Type: "IHDR"))
            return null;
        Span<byte> header = stackalloc byte[HeaderLength];
        png.ReadExactly(header);
        png.Seek(ChecksumLength, SeekOrigin.Current);
        var size = new SKSizeI(BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var (isDeep, isInterlaced) = (header[8] == 16, header[12] != 0);
        var (origin, frames) = Walk(png);
        return frames == 0 ? null : new PictureHead(SKEncodedImageFormat.Png, size, origin, frames, DecodingBytes(size, isDeep, isInterlaced));
    }

    // A picture without pixels or frames.
    private static (SKEncodedOrigin Origin, int Frames) Walk(Stream png)
    {
        var (origin, isAnimated, hasPixels, frames) = (SKEncodedOrigin.TopLeft, false, false, 0);
        for (var blocks = 0; blocks < PictureLimits.MaxBlocks && Next(png) is var (length, type); blocks++)
        {
            var next = png.Position + length + ChecksumLength;
            if (type == "IEND")
                break;
            if (type == "IDAT")
            {
                hasPixels = true;
                if (!isAnimated)
                    break;
            }
            else if (type == "eXIf" && length <= LongestExif)
                origin = ExifOrientation.Of(Body(png, length));
            else if (type == "acTL")
                isAnimated = true;
            else if (type == "fcTL" && ++frames > PictureLimits.MaxFrames)
                break;
            png.Position = next;
        }
        return (origin, hasPixels ? Math.Max(frames, 1) : 0);
    }

    private static (int Length, string Type)? Next(Stream png)
    {
        Span<byte> start = stackalloc byte[8];
        if (png.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length)
            return null;
        var length = BinaryPrimitives.ReadInt32BigEndian(start);
        return length < 0 ? null : (length, NameOf(start[4..]));
    }

    // Chunk types that matter have constants. Names of unknown chunks are not created, because there may be a million of
    // them.
    private static string NameOf(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("IDAT"u8) ? "IDAT" : type.SequenceEqual("IHDR"u8) ? "IHDR" : type.SequenceEqual("IEND"u8) ? "IEND"
        : type.SequenceEqual("eXIf"u8) ? "eXIf" : type.SequenceEqual("acTL"u8) ? "acTL" : type.SequenceEqual("fcTL"u8) ? "fcTL" : "";

    private static byte[] Body(Stream png, int length)
    {
        var body = new byte[length];
        png.ReadExactly(body);
        return body;
    }

    // An interlaced picture comes in seven passes, which are kept in memory until the last.
    private static long DecodingBytes(SKSizeI size, bool isDeep, bool isInterlaced)
    {
        var pixels = (long)size.Width * size.Height;
        return PictureLimits.WholeBytes(pixels) + (isInterlaced ? pixels * (isDeep ? 8 : 4) : 0);
    }
}
