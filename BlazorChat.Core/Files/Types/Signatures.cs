using static BlazorChat.Core.Files.FileKind;

namespace BlazorChat.Core.Files.Types;

/// <summary>All types of files that are told apart, by how they begin. The first that fits is it.</summary>
internal static class Signatures
{
    private static readonly Signature[] Table =
    [
        // PDF may be all text; whatever else is all text is text, be it also "BM is my car" or a script that begins like a GIF.
        new("%PDF-", Saved("application/pdf", Document)),
        new("", FileType.Text, Look: PlainText.Find),

        // Programs stand here so that nothing further down takes them for something else.
        new("MZ", FileType.Unknown),
        new("\u007fELF", FileType.Unknown),
        new("\u00fe\u00ed\u00fa\u00ce", FileType.Unknown),
        new("\u00fe\u00ed\u00fa\u00cf", FileType.Unknown),
        new("\u00ce\u00fa\u00ed\u00fe", FileType.Unknown),
        new("\u00cf\u00fa\u00ed\u00fe", FileType.Unknown),
        new("\u00ca\u00fe\u00ba\u00be", FileType.Unknown),
        new("\0asm", FileType.Unknown),

        new("\u0089PNG\r\n\u001a\n\0\0\0\u000dIHDR", Shown("image/png", Image)),
        new("\u00ff\u00d8\u00ff", Shown("image/jpeg", Image)),
        new("GIF87a", Shown("image/gif", Image)),
        new("GIF89a", Shown("image/gif", Image)),
        new("RIFF????WEBPVP8", Shown("image/webp", Image)),
        new("II*\0", Saved("image/tiff", Image)),
        new("MM\0*", Saved("image/tiff", Image)),
        new("II+\0", Saved("image/tiff", Image)),
        new("MM\0+", Saved("image/tiff", Image)),
        new("8BPS\0", Saved("image/vnd.adobe.photoshop", Image)),
        new("BM????\0\0\0\0???\0?\0\0\0", Saved("image/bmp", Image)),
        new("\0\0\u0001\0?\0???\0", Saved("image/vnd.microsoft.icon", Image)),
        new("\0\0\0\u000cjP  \r\n\u0087\n", Saved("image/jp2", Image)),
        new("\0\0\0\u000cJXL \r\n\u0087\n", Saved("image/jxl", Image)),
        new("\u00ff\u000a", Saved("image/jxl", Image)),

        new("ID3\u0002\0", Shown("audio/mpeg", Audio)),
        new("ID3\u0003\0", Shown("audio/mpeg", Audio)),
        new("ID3\u0004\0", Shown("audio/mpeg", Audio)),
        new("\u00ff", Shown("audio/mpeg", Audio), Look: MpegAudio.Find),
        new("RIFF????WAVE", Shown("audio/wav", Audio)),
        new("fLaC?\0\0\u0022", Shown("audio/flac", Audio)),
        new("FORM????AIF", Saved("audio/aiff", Audio)),
        new("MThd\0\0\0\u0006", Saved("audio/midi", Audio)),
        new("OggS\0", Saved("application/ogg", Other), Look: Ogg.Find),

        new("????ftyp", Saved("video/mp4", Video), Look: IsoMedia.Find),
        new("????moov", Saved("video/quicktime", Video)),
        new("????mdat", Saved("video/quicktime", Video)),
        new("????wide", Saved("video/quicktime", Video)),
        new("\u001aE\u00df\u00a3", Saved("video/matroska", Video), Look: Matroska.Find),
        new("RIFF????AVI ", Saved("video/vnd.avi", Video)),
        new("\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011", Saved("video/x-ms-asf", Video)),
        new("FLV\u0001", Saved("video/x-flv", Video)),
        new("\0\0\u0001\u00ba", Saved("video/mpeg", Video)),

        new("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", Saved("application/x-ole-storage", Document)),
        new("PK\u0003\u0004", Saved("application/zip", Archive), Look: Zip.Find),
        new("PK\u0005\u0006", Saved("application/zip", Archive)),
        new("PK\u0007\u0008", Saved("application/zip", Archive)),
        new("\u001f\u008b\u0008", Saved("application/gzip", Archive)),
        new("7z\u00bc\u00af\u0027\u001c", Saved("application/x-7z-compressed", Archive)),
        new("Rar!\u001a\u0007", Saved("application/vnd.rar", Archive)),
        new("BZh?1AY&SY", Saved("application/x-bzip2", Archive)),
        new("\u00fd7zXZ\0", Saved("application/x-xz", Archive)),
        new("\u0028\u00b5\u002f\u00fd", Saved("application/zstd", Archive)),
        new("MSCF\0\0\0\0", Saved("application/vnd.ms-cab-compressed", Archive)),
        new("ustar", Saved("application/x-tar", Archive), Offset: 257),
    ];

    public static FileType Find(ReadOnlySpan<byte> head)
    {
        foreach (var signature in Table)
            if (signature.Of(head) is { } type)
                return type;
        return FileType.Unknown;
    }

    /// <summary>What browsers show or play by themselves.</summary>
    internal static FileType Shown(string contentType, FileKind kind) => new(contentType, kind, true);

    /// <summary>What is known, but only saved.</summary>
    internal static FileType Saved(string contentType, FileKind kind) => new(contentType, kind, false);
}
