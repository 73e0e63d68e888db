using System.Buffers.Binary;
using System.Text;

namespace BlazorChat.Core.Files.Stripping;

/// <summary>PNG (third edition) in chunks: four bytes of length, four letters, the data, four bytes of checksum.</summary>
internal static class Png
{
    private const int SignatureBytes = 8;
    private const int AroundData = 12;
    private const int HeadBytes = 8;

    // Size, colours, pixels and APNG's frames. All other chunks are text, times, Exif data or programs' own notes.
    private static readonly HashSet<string> Drawn =
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST",
        "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
    ];

    /// <returns>What to remove; null if the file is not well-formed.</returns>
    public static async Task<Patch?> FindAsync(Window file)
    {
        var patch = new Patch();
        var (hasPixels, hasExif) = (false, false);
        for (long position = SignatureBytes, next; position + AroundData <= file.Length; position = next)
        {
            var (name, length) = Head((await file.AtAsync(position, HeadBytes)).Span);
            next = position + AroundData + length;
            if (next > file.Length || (position == SignatureBytes) != (name == "IHDR"))
                return null;
            hasPixels |= name == "IDAT";
            if (name == "IEND")
            {
                patch.Cut(next, file.Length);
                return hasPixels && length == 0 ? patch : null;
            }
            if (Drawn.Contains(name))
                continue;
            // The names of chunks that a decoder may not skip begin with a capital letter.
            if (!name.All(char.IsAsciiLetter) || char.IsAsciiLetterUpper(name[0]))
                return null;
            var exif = name == "eXIf" && !hasExif ? await KeepAsync(file, position, next) : [];
            hasExif |= name == "eXIf";
            var isKept = exif.Length > 0 && exif.Length == next - position &&
                (await file.AtAsync(position, exif.Length)).Span.StartsWith(exif);
            if (!isKept)
                patch.Replace(position, next, exif);
        }
        return null;
    }

    private static (string Name, long Length) Head(ReadOnlySpan<byte> chunk) =>
        (Encoding.Latin1.GetString(chunk[4..HeadBytes]), BinaryPrimitives.ReadUInt32BigEndian(chunk));

    private static async ValueTask<byte[]> KeepAsync(Window file, long position, long next)
    {
        var data = (await file.AtAsync(position, (int)Math.Min(next - position, Window.MaxBytes)))[HeadBytes..];
        return Orientation.Keep(data[..(int)Math.Min(data.Length, next - position - AroundData)].Span) is { } exif ? Chunk("eXIf"u8, exif) : [];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> name, byte[] data)
    {
        byte[] chunk = [0, 0, 0, (byte)data.Length, .. name, .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan()[^4..], Crc32(chunk.AsSpan()[4..^4]));
        return chunk;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }
        return ~crc;
    }
}
