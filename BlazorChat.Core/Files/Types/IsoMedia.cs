using System.Buffers.Binary;
using static BlazorChat.Core.Files.FileKind;

namespace BlazorChat.Core.Files.Types;

/// <summary>MP4 and its many relatives, told apart by the brands that their first box lists.</summary>
internal static class IsoMedia
{
    private const int MajorBrand = 8;
    private const int CompatibleBrands = 16;
    private const int BrandBytes = 4;

    // QuickTime and 3GP often hold codecs that browsers cannot play. A link is better than a player that stays black.
    private static readonly (string Brand, FileType Type)[] Brands =
    [
        ("M4A ", FileType.Shown("audio/mp4", Audio)),
        ("M4B ", FileType.Shown("audio/mp4", Audio)),
        ("qt  ", FileType.Saved("video/quicktime", Video)),
        ("3g", FileType.Saved("video/3gpp", Video)),
        ("heic", FileType.Saved("image/heic", Image)),
        ("heix", FileType.Saved("image/heic", Image)),
        ("heim", FileType.Saved("image/heic", Image)),
        ("heis", FileType.Saved("image/heic", Image)),
        ("hevc", FileType.Saved("image/heic-sequence", Image)),
        ("avif", FileType.Saved("image/avif", Image)),
        ("avis", FileType.Saved("image/avif", Image)),
        ("crx ", FileType.Saved("image/x-canon-cr3", Image)),
        ("M4V", FileType.Shown("video/mp4", Video)),
        ("avc1", FileType.Shown("video/mp4", Video)),
        ("mp41", FileType.Shown("video/mp4", Video)),
        ("mp42", FileType.Shown("video/mp4", Video)),
        ("iso", FileType.Shown("video/mp4", Video)),
        ("mif1", FileType.Saved("image/heif", Image)),
        ("msf1", FileType.Saved("image/heif", Image)),
    ];

    /// <returns>
    /// The type that the major brand stands for; if it stands for none, the type that the compatible brands stand for.
    /// </returns>
    public static FileType Find(ReadOnlySpan<byte> head)
    {
        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        if (end < MajorBrand + BrandBytes)
            return FileType.Unknown;
        var major = Of(head[MajorBrand..]);
        // Major brands such as "mif1" (some picture) say less than the compatible brands.
        if (major is not null && major.ContentType != "image/heif")
            return major;
        for (var at = CompatibleBrands; at + BrandBytes <= end; at += BrandBytes)
            if (Of(head[at..]) is { } type && (major is null || type.Kind == Image && type.ContentType != "image/heif"))
                return type;
        return major ?? FileType.Unknown;
    }

    private static FileType? Of(ReadOnlySpan<byte> brand)
    {
        foreach (var (name, type) in Brands)
            if (StartsWith(brand, name))
                return type;
        return null;
    }

    private static bool StartsWith(ReadOnlySpan<byte> brand, string name)
    {
        for (var i = 0; i < name.Length; i++)
            if (brand[i] != name[i])
                return false;
        return true;
    }
}
