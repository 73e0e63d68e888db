using System.Buffers.Binary;
using SkiaSharp;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>Reads from Exif data how the camera was held.</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;
    private const int EntryLength = 12;

    /// <summary>The prefix of Exif data in a JPEG, and sometimes in a WebP.</summary>
    public static ReadOnlySpan<byte> Prefix => "Exif\0\0"u8;

    /// <param name="exif">With or without the prefix.</param>
    /// <returns>As the sensor saw it, if there is no valid orientation.</returns>
    public static SKEncodedOrigin Of(ReadOnlySpan<byte> exif)
    {
        var tiff = exif.StartsWith(Prefix) ? exif[Prefix.Length..] : exif;
        var isLittle = tiff.StartsWith("II*\0"u8);
        if (!isLittle && !tiff.StartsWith("MM\0*"u8) || tiff.Length < 8)
            return SKEncodedOrigin.TopLeft;
        var directory = Number32(tiff[4..], isLittle);
        if (directory > tiff.Length - 2)
            return SKEncodedOrigin.TopLeft;
        var entries = tiff[((int)directory + 2)..];
        for (var left = Number16(tiff[(int)directory..], isLittle); left > 0 && entries.Length >= EntryLength; left--)
        {
            if (Number16(entries, isLittle) == Tag)
                return Number16(entries[8..], isLittle) is >= 1 and <= 8 and var origin ? (SKEncodedOrigin)origin : SKEncodedOrigin.TopLeft;
            entries = entries[EntryLength..];
        }
        return SKEncodedOrigin.TopLeft;
    }

    private static int Number16(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Number32(ReadOnlySpan<byte> at, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
