namespace BlazorChat.Core.Files.Types;

/// <summary>Each stream in an Ogg file begins with a page that names its codec. All these pages come first.</summary>
internal static class Ogg
{
    // 0x80, then "theora".
    private static ReadOnlySpan<byte> Theora => [0x80, 0x74, 0x68, 0x65, 0x6F, 0x72, 0x61];

    public static FileType Find(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf(Theora) >= 0)
            return FileType.Shown("video/ogg", FileKind.Video);
        var isAudio = head.IndexOf("OpusHead"u8) >= 0 || head.IndexOf("\u0001vorbis"u8) >= 0 ||
            head.IndexOf("\u007fFLAC"u8) >= 0 || head.IndexOf("Speex   "u8) >= 0;
        return isAudio ? FileType.Shown("audio/ogg", FileKind.Audio) : FileType.Saved("application/ogg", FileKind.Other);
    }
}
