using System.Buffers.Binary;

namespace BlazorChat.Core.Files.Stripping;

/// <summary>
/// JPEG (ITU-T T.81): segments, each after a marker, and after some of them data up to the next marker. A file that ends
/// within its data is accepted, as browsers do.
/// </summary>
internal static class Jpeg
{
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const byte App2 = 0xE2;
    private const byte App14 = 0xEE;
    private const byte Comment = 0xFE;
    private const int JfifBytes = 16;

    /// <returns>What to remove; null if the file is not well-formed.</returns>
    public static async Task<Patch?> FindAsync(Window file)
    {
        var patch = new Patch();
        if (file.Length < 2 || !(await file.AtAsync(0, 2)).Span.StartsWith<byte>([0xFF, 0xD8]))
            return null;
        var (inScan, hasScan, hasExif) = (false, false, false);
        for (long position = 2; ;)
        {
            var marker = await NextMarkerAsync(file, position);
            if (!inScan)
                patch.Cut(position, marker ?? file.Length);
            if (marker is not { } at)
                return inScan ? patch : null;
            var segment = await file.AtAsync(at, 2 + ushort.MaxValue);
            var kind = segment.Span[1];
            if (kind == EndOfImage)
            {
                patch.Cut(at + 2, file.Length);
                return hasScan ? patch : null;
            }
            if (LengthOf(segment.Span) is not { } length)
                return null;
            segment = segment[..length];
            position = at + length;
            inScan = kind == StartOfScan;
            hasScan |= inScan;
            if (Draws(kind))
                continue;
            if (!IsMetadata(kind))
                return null;
            var kept = Keep(segment.Span, kind, ref hasExif);
            if (!segment.Span.SequenceEqual(kept))
                patch.Replace(at, position, kept);
        }
    }

    private static async ValueTask<long?> NextMarkerAsync(Window file, long position)
    {
        while (await file.AtAsync(position, 2) is { Length: >= 2 } seen)
        {
            if (NextMarker(seen.Span) is { } at)
                return position + at;
            position += seen.Length - 1;
        }
        return null;
    }

    // In the data, 0xFF is followed by a zero. Markers without a segment cut the data into pieces.
    private static int? NextMarker(ReadOnlySpan<byte> seen)
    {
        for (var at = 0; at < seen.Length - 1; at++)
        {
            at += seen[at..].IndexOf((byte)0xFF) is >= 0 and var next ? next : seen.Length;
            if (at < seen.Length - 1 && seen[at + 1] is not (0x00 or 0x01 or 0xFF or >= 0xD0 and <= 0xD7))
                return at;
        }
        return null;
    }

    private static int? LengthOf(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 4)
            return null;
        var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
        return length < 4 || length > segment.Length ? null : length;
    }

    // Frames, tables, scans, restart intervals.
    private static bool Draws(byte kind) => kind is >= 0xC0 and <= 0xCF and not 0xC8 or >= StartOfScan and <= 0xDF;

    private static bool IsMetadata(byte kind) => kind is >= App0 and <= 0xEF or Comment;

    private static byte[] Keep(ReadOnlySpan<byte> segment, byte kind, ref bool hasExif)
    {
        var content = segment[4..];
        switch (kind)
        {
            case App0 when content.StartsWith("JFIF\0"u8) && content.Length >= JfifBytes - 2:
                return WithoutThumbnail(segment);
            case App2 when content.StartsWith("ICC_PROFILE\0"u8):
            case App14 when content.StartsWith("Adobe"u8):
                return segment.ToArray();
            case App1 when content.StartsWith(Orientation.ExifName) && !hasExif:
                hasExif = true;
                return Orientation.Keep(content) is { } exif ? Segment([.. Orientation.ExifName, .. exif]) : [];
            default:
                return [];
        }
    }

    // The embedded thumbnail may show what was cut off the picture.
    private static byte[] WithoutThumbnail(ReadOnlySpan<byte> jfif)
    {
        var kept = jfif[..(2 + JfifBytes)].ToArray();
        (kept[2], kept[3]) = (0, JfifBytes);
        (kept[^2], kept[^1]) = (0, 0);
        return kept;
    }

    private static byte[] Segment(byte[] content) =>
        [0xFF, App1, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
