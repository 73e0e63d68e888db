using System.Buffers.Binary;
using SkiaSharp;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>Reads the segments of a JPEG before its first scan.</summary>
internal static class JpegHead
{
    private const int Exif = 0xE1, StartOfScan = 0xDA, EndOfImage = 0xD9, Progressive = 0xC2;

    // It is decoded at an eighth of its size or a little more, and some rows at full width.
    private const int DecodedBytes = 16 * 1024 * 1024;

    public static PictureHead? Read(Stream jpeg)
    {
        var origin = SKEncodedOrigin.TopLeft;
        (SKSizeI Size, int Components, long Coefficients, bool IsProgressive)? frame = null;
        Span<byte> segment = new byte[ushort.MaxValue];
        jpeg.Position = 2;
        while (NextMarker(jpeg) is { } marker and not EndOfImage)
        {
            var body = segment[..Math.Max(Number(jpeg) - 2, 0)];
            jpeg.ReadExactly(body);
            switch (marker)
            {
                case Exif when ((ReadOnlySpan<byte>)body).StartsWith(ExifOrientation.Prefix) && origin == SKEncodedOrigin.TopLeft:
                    origin = ExifOrientation.Of(body);
                    break;
                case 0xC0 or 0xC1 or Progressive when Frame(body) is { } found:
                    frame = (found.Size, found.Components, found.Coefficients, marker == Progressive);
                    break;
                // Lossless, arithmetic, hierarchical: no browser shows these.
                case >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC:
                    return null;
                case StartOfScan when frame is var (size, components, coefficients, isProgressive) && body.Length > 0:
                    // With several scans, the decoder keeps the whole picture in memory until the last one.
                    var isInScans = isProgressive || body[0] < components;
                    return new PictureHead(SKEncodedImageFormat.Jpeg, size, origin, 1, DecodedBytes + (isInScans ? coefficients : 0));
                case StartOfScan:
                    return null;
            }
        }
        return null;
    }

    // Decoders skip bytes between two segments.
    private static int? NextMarker(Stream jpeg)
    {
        while (jpeg.Position < PictureLimits.MaxJpegHead)
        {
            int marker;
            while ((marker = jpeg.ReadByte()) is not 0xFF and not -1 && jpeg.Position < PictureLimits.MaxJpegHead)
            {
            }
            while (marker == 0xFF)
                marker = jpeg.ReadByte();
            if (marker == -1)
                return null;
            if (marker != 0)
                return marker;
        }
        return null;
    }

    private static int Number(Stream jpeg)
    {
        Span<byte> number = stackalloc byte[2];
        jpeg.ReadExactly(number);
        return BinaryPrimitives.ReadUInt16BigEndian(number);
    }

    private static (SKSizeI Size, int Components, long Coefficients)? Frame(ReadOnlySpan<byte> body)
    {
        if (body.Length < 6 || body[0] != 8 || body[5] is 0 or > 4 || body.Length < 6 + 3 * body[5])
            return null;
        var size = new SKSizeI(BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]));
        var (across, down) = (1, 1);
        for (var i = 0; i < body[5]; i++)
            (across, down) = (Math.Max(across, body[7 + 3 * i] >> 4), Math.Max(down, body[7 + 3 * i] & 15));
        var coefficients = 0L;
        for (var i = 0; i < body[5]; i++)
            coefficients += 2L * size.Width * size.Height * (body[7 + 3 * i] >> 4) * (body[7 + 3 * i] & 15) / (across * down);
        return (size, body[5], coefficients);
    }
}
