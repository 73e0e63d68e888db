using System.Buffers.Binary;

namespace BlazorChat.Core.Files.Stripping;

/// <summary>A picture's orientation: the only Exif data that affects how it is drawn. 1 (upright) to 8.</summary>
internal static class Orientation
{
    private const int NotTurned = 1;
    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int HeaderBytes = 8;
    private const int EntryBytes = 12;

    public static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    /// <returns>
    /// Exif data with the orientation alone, as TIFF without a name before it; null if the picture is upright.
    /// </returns>
    public static byte[]? Keep(ReadOnlySpan<byte> exif)
    {
        var orientation = Read(exif);
        return orientation == NotTurned
            ? null
            :
            [
                .. "MM\0*"u8, 0, 0, 0, HeaderBytes,
                0, 1,
                Tag >> 8, Tag & 0xFF, 0, (byte)Short, 0, 0, 0, 1, 0, orientation, 0, 0,
                0, 0, 0, 0,
            ];
    }

    private static byte Read(ReadOnlySpan<byte> exif)
    {
        var tiff = exif.StartsWith(ExifName) ? exif[ExifName.Length..] : exif;
        if (tiff.Length < HeaderBytes || !(tiff.StartsWith("II*\0"u8) || tiff.StartsWith("MM\0*"u8)))
            return NotTurned;
        var little = tiff[0] == 'I';
        var directory = UInt32(tiff[4..], little);
        if (directory + 2L > tiff.Length)
            return NotTurned;
        var count = UInt16(tiff[(int)directory..], little);
        var entries = tiff[((int)directory + 2)..];
        for (var i = 0; i < count && entries.Length >= EntryBytes; i++, entries = entries[EntryBytes..])
            if (UInt16(entries, little) == Tag)
                return UInt16(entries[2..], little) == Short && UInt16(entries[8..], little) is >= 1 and <= 8 and var found
                    ? (byte)found
                    : (byte)NotTurned;
        return NotTurned;
    }

    private static ushort UInt16(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint UInt32(ReadOnlySpan<byte> at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
