using System.Buffers.Binary;
using System.Text;

namespace BlazorChat.Core.Files.Stripping;

/// <summary>
/// WebP (RFC 9649) in chunks of a RIFF file: four letters, four bytes of length, the data, padded to an even length.
/// </summary>
internal static class WebP
{
    private const int RiffBytes = 12;
    private const int HeadBytes = 8;
    private const int FeatureBytes = 10;
    private const int FrameBytes = 16;
    private const byte HasExif = 0x08;
    private const byte HasXmp = 0x04;

    private static readonly HashSet<string> Drawn = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    /// <returns>What to remove; null if the file is not well-formed.</returns>
    public static async Task<Patch?> FindAsync(Window file)
    {
        if (file.Length < RiffBytes)
            return null;
        var size = BinaryPrimitives.ReadUInt32LittleEndian((await file.AtAsync(0, RiffBytes)).Span[4..]);
        var end = HeadBytes + (long)size;
        if (end > file.Length)
            return null;
        var patch = new Patch();
        var (features, keepsExif, hasPixels) = ((byte?)null, false, false);
        for (long position = RiffBytes, next; position < end; position = next)
        {
            if (await HeadAsync(file, position, end) is not (var name, var data, var after))
                return null;
            next = after;
            hasPixels |= name is "VP8 " or "VP8L" or "ANMF";
            if (name == "VP8X")
            {
                if (position != RiffBytes || next - data < FeatureBytes)
                    return null;
                features = (await file.AtAsync(data, 1)).Span[0];
            }
            if (name == "ANMF" && !await BlankInFrameAsync(file, patch, data + FrameBytes, next))
                return null;
            if (Drawn.Contains(name))
                continue;
            // The orientation only counts if the header says that there is Exif data.
            var exif = name == "EXIF" && !keepsExif && (features & HasExif) != 0 ? await KeepAsync(file, data, next) : [];
            keepsExif |= exif.Length > 0;
            if (exif.Length == 0 || exif.Length != next - position || !(await file.AtAsync(position, exif.Length)).Span.StartsWith(exif))
                patch.Replace(position, next, exif);
        }
        var growth = patch.Growth;
        patch.Cut(end, file.Length);
        Describe(patch, features, keepsExif, size, growth);
        return hasPixels ? patch : null;
    }

    private static async ValueTask<(string Name, long Data, long Next)?> HeadAsync(Window file, long position, long end)
    {
        if (position + HeadBytes > end)
            return null;
        var head = await file.AtAsync(position, HeadBytes);
        var length = (long)BinaryPrimitives.ReadUInt32LittleEndian(head.Span[4..]);
        var data = position + HeadBytes;
        return data + length > end ? null : (Encoding.Latin1.GetString(head.Span[..4]), data, Math.Min(data + length + (length & 1), end));
    }

    // A frame consists of chunks, too. Cutting there would change its length, and there is hardly ever metadata in it.
    private static async ValueTask<bool> BlankInFrameAsync(Window file, Patch patch, long position, long end)
    {
        for (long next; position < end; position = next)
        {
            if (await HeadAsync(file, position, end) is not (var name, var data, var after))
                return false;
            next = after;
            if (!Drawn.Contains(name) && !await file.IsFilledAsync(data, next, 0))
                patch.Blank(data, next);
        }
        return true;
    }

    private static async ValueTask<byte[]> KeepAsync(Window file, long data, long next)
    {
        var exif = await file.AtAsync(data, (int)Math.Min(next - data, Window.MaxBytes));
        return Orientation.Keep(exif[..(int)Math.Min(exif.Length, next - data)].Span) is { } kept
            ? [.. "EXIF"u8, (byte)kept.Length, 0, 0, 0, .. kept]
            : [];
    }

    private static void Describe(Patch patch, byte? features, bool keepsExif, uint size, long growth)
    {
        if (growth != 0)
        {
            var riff = new byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(riff, (uint)(size + growth));
            patch.Replace(4, HeadBytes, riff);
        }
        if (features is { } before && (byte)(before & ~(HasExif | HasXmp) | (keepsExif ? HasExif : 0)) is var now && now != before)
            patch.Replace(RiffBytes + HeadBytes, RiffBytes + HeadBytes + 1, [now]);
    }
}
