using static BlazorChat.Core.Files.FileKind;

namespace BlazorChat.Core.Files.Types;

/// <summary>All types of files that we tell apart by their first bytes. The first match counts.</summary>
public static class FileTypes
{
    /// <summary>How many bytes from the start of a file are enough to find its type.</summary>
    public const int HeadBytes = 4096;

    private static readonly Signature[] Table =
    [
        // A PDF may consist of text alone. Anything else that consists of text is text, even "BM is my car" or a script that
        // begins like a GIF.
        new("%PDF-", FileType.Saved("application/pdf", Document)),
        new("", FileType.Text, Look: PlainText.Find),

        // Programs come first, so that nothing further down takes them for something else.
        new("MZ", FileType.Unknown),
        new("\u007fELF", FileType.Unknown),
        new("\u00fe\u00ed\u00fa\u00ce", FileType.Unknown),
        new("\u00fe\u00ed\u00fa\u00cf", FileType.Unknown),
        new("\u00ce\u00fa\u00ed\u00fe", FileType.Unknown),
        new("\u00cf\u00fa\u00ed\u00fe", FileType.Unknown),
        new("\u00ca\u00fe\u00ba\u00be", FileType.Unknown),
        new("\0asm", FileType.Unknown),

        new("\u0089PNG\r\n\u001a\n\0\0\0\u000dIHDR", FileType.Shown("image/png", Image)),
        new("\u00ff\u00d8\u00ff", FileType.Shown("image/jpeg", Image)),
        new("GIF87a", FileType.Shown("image/gif", Image)),
        new("GIF89a", FileType.Shown("image/gif", Image)),
        new("RIFF????WEBPVP8", FileType.Shown("image/webp", Image)),
        new("II*\0", FileType.Saved("image/tiff", Image)),
        new("MM\0*", FileType.Saved("image/tiff", Image)),
        new("II+\0", FileType.Saved("image/tiff", Image)),
        new("MM\0+", FileType.Saved("image/tiff", Image)),
        new("8BPS\0", FileType.Saved("image/vnd.adobe.photoshop", Image)),
        new("BM????\0\0\0\0???\0?\0\0\0", FileType.Saved("image/bmp", Image)),
        new("\0\0\u0001\0?\0???\0", FileType.Saved("image/vnd.microsoft.icon", Image)),
        new("\0\0\0\u000cjP  \r\n\u0087\n", FileType.Saved("image/jp2", Image)),
        new("\0\0\0\u000cJXL \r\n\u0087\n", FileType.Saved("image/jxl", Image)),
        new("\u00ff\u000a", FileType.Saved("image/jxl", Image)),

        new("ID3\u0002\0", FileType.Shown("audio/mpeg", Audio)),
        new("ID3\u0003\0", FileType.Shown("audio/mpeg", Audio)),
        new("ID3\u0004\0", FileType.Shown("audio/mpeg", Audio)),
        new("\u00ff", FileType.Shown("audio/mpeg", Audio), Look: MpegAudio.Find),
        new("RIFF????WAVE", FileType.Shown("audio/wav", Audio)),
        new("fLaC?\0\0\u0022", FileType.Shown("audio/flac", Audio)),
        new("FORM????AIF", FileType.Saved("audio/aiff", Audio)),
        new("MThd\0\0\0\u0006", FileType.Saved("audio/midi", Audio)),
        new("OggS\0", FileType.Saved("application/ogg", Other), Look: Ogg.Find),

        new("????ftyp", FileType.Saved("video/mp4", Video), Look: IsoMedia.Find),
        new("????moov", FileType.Saved("video/quicktime", Video)),
        new("????mdat", FileType.Saved("video/quicktime", Video)),
        new("????wide", FileType.Saved("video/quicktime", Video)),
        new("\u001aE\u00df\u00a3", FileType.Saved("video/matroska", Video), Look: Matroska.Find),
        new("RIFF????AVI ", FileType.Saved("video/vnd.avi", Video)),
        new("\u0030\u0026\u00b2\u0075\u008e\u0066\u00cf\u0011", FileType.Saved("video/x-ms-asf", Video)),
        new("FLV\u0001", FileType.Saved("video/x-flv", Video)),
        new("\0\0\u0001\u00ba", FileType.Saved("video/mpeg", Video)),

        new("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", FileType.Saved("application/x-ole-storage", Document)),
        new("PK\u0003\u0004", FileType.Saved("application/zip", Archive), Look: Zip.Find),
        new("PK\u0005\u0006", FileType.Saved("application/zip", Archive)),
        new("PK\u0007\u0008", FileType.Saved("application/zip", Archive)),
        new("\u001f\u008b\u0008", FileType.Saved("application/gzip", Archive)),
        new("7z\u00bc\u00af\u0027\u001c", FileType.Saved("application/x-7z-compressed", Archive)),
        new("Rar!\u001a\u0007", FileType.Saved("application/vnd.rar", Archive)),
        new("BZh?1AY&SY", FileType.Saved("application/x-bzip2", Archive)),
        new("\u00fd7zXZ\0", FileType.Saved("application/x-xz", Archive)),
        new("\u0028\u00b5\u002f\u00fd", FileType.Saved("application/zstd", Archive)),
        new("MSCF\0\0\0\0", FileType.Saved("application/vnd.ms-cab-compressed", Archive)),
        new("ustar", FileType.Saved("application/x-tar", Archive), Offset: 257),
    ];

    /// <param name="head">The first bytes of the file: up to <see cref="HeadBytes"/>, fewer if the file is shorter.</param>
    public static FileType Of(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, HeadBytes)];
        foreach (var signature in Table)
            if (signature.Of(head) is { } type)
                return type;
        return FileType.Unknown;
    }
}
