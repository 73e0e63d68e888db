using System.Buffers.Binary;
using SkiaSharp;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>Reads the chunks of a WebP: either one chunk of pixels, or an extended file with frames and metadata.</summary>
internal static class WebpHead
{
    private const int FirstChunk = 12;
    private const int LongestExif = 64 * 1024;
    private const int FrameHeaderLength = 16;

    public static PictureHead? Read(Stream webp)
    {
        webp.Position = FirstChunk;
        if (Next(webp) is not var (length, type))
            return null;
        Span<byte> start = stackalloc byte[10];
        start = start[..webp.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return type switch
        {
            Chunk.Lossy when start.Length == 10 && start[3..6].SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]) =>
                Head(webp, SizeAt(start[6..]), SKEncodedOrigin.TopLeft, 1, isWhole: false),
            Chunk.Lossless when start.Length == 10 && start[0] == 0x2F =>
                Head(webp, LosslessSize(BinaryPrimitives.ReadUInt32LittleEndian(start[1..])), SKEncodedOrigin.TopLeft, 1, isWhole: true),
            Chunk.Extended when start.Length == 10 => Extended(webp, start, FirstChunk + 8 + length),
            _ => null,
        };
    }

    private static PictureHead? Extended(Stream webp, ReadOnlySpan<byte> head, long next)
    {
        var canvas = new SKSizeI(Number24(head[4..]) + 1, Number24(head[7..]) + 1);
        var (origin, frames, isWhole) = (SKEncodedOrigin.TopLeft, 0, false);
        for (var blocks = 0; blocks < PictureLimits.MaxBlocks && frames <= PictureLimits.MaxFrames; blocks++)
        {
            webp.Position = next + (next & 1);
            if (Next(webp) is not var (length, type))
                break;
            next = webp.Position + length;
            switch (type)
            {
                case Chunk.Frame when frames++ == 0:
                    webp.Seek(FrameHeaderLength, SeekOrigin.Current);
                    isWhole = Next(webp) is (_, Chunk.Lossless or Chunk.Alpha);
                    break;
                case Chunk.Lossy or Chunk.Lossless when frames == 0:
                    (frames, isWhole) = (1, isWhole || type == Chunk.Lossless);
                    break;
                case Chunk.Alpha:
                    isWhole = true;
                    break;
                case Chunk.Exif when length <= LongestExif:
                    var exif = new byte[length];
                    webp.ReadExactly(exif);
                    origin = ExifOrientation.Of(exif);
                    break;
            }
        }
        return frames == 0 ? null : Head(webp, canvas, origin, frames, isWhole);
    }

    // The decoder takes the whole file into memory. If it cannot scale while decoding, it also takes the whole picture: its
    // own pixels of four bytes, and ours.
    private static PictureHead Head(Stream webp, SKSizeI size, SKEncodedOrigin origin, int frames, bool isWhole) => new(
        SKEncodedImageFormat.Webp, size, origin, frames, webp.Length + (isWhole ? (long)size.Width * size.Height * 8 : 0));

    private static (uint Length, Chunk Type)? Next(Stream webp)
    {
        Span<byte> start = stackalloc byte[8];
        if (webp.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length)
            return null;
        return (BinaryPrimitives.ReadUInt32LittleEndian(start[4..]), (Chunk)BinaryPrimitives.ReadUInt32BigEndian(start));
    }

    private static SKSizeI SizeAt(ReadOnlySpan<byte> at) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(at) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(at[2..]) & 0x3FFF);

    private static SKSizeI LosslessSize(uint bits) => new((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);

    private static int Number24(ReadOnlySpan<byte> at) => at[0] | at[1] << 8 | at[2] << 16;

    // Four letters each.
    private enum Chunk : uint
    {
        Lossy = 0x56503820,
        Lossless = 0x5650384C,
        Extended = 0x56503858,
        Alpha = 0x414C5048,
        Frame = 0x414E4D46,
        Exif = 0x45584946,
    }
}
