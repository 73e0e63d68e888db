namespace BlazorChat.Core.Files.Types;

/// <summary>Matroska and WebM, told apart by the document type in the header (RFC 8794). Browsers play WebM only.</summary>
internal static class Matroska
{
    private const int SignatureBytes = 4;
    private const int DocType = 0x4282;

    public static FileType Find(ReadOnlySpan<byte> head)
    {
        var rest = head[SignatureBytes..];
        if (Number(ref rest, keepMarker: false) is not { } size)
            return FileType.Unknown;
        rest = rest[..(int)Math.Min(size, (ulong)rest.Length)];
        while (Number(ref rest, keepMarker: true) is { } id && Number(ref rest, keepMarker: false) is { } length && length <= (ulong)rest.Length)
        {
            var value = rest[..(int)length];
            if (id == DocType)
                return Of(value.TrimEnd((byte)0), head);
            rest = rest[(int)length..];
        }
        return FileType.Unknown;
    }

    private static FileType Of(ReadOnlySpan<byte> documentType, ReadOnlySpan<byte> head) =>
        documentType.SequenceEqual("matroska"u8) ? FileType.Saved("video/matroska", FileKind.Video)
        : !documentType.SequenceEqual("webm"u8) ? FileType.Unknown
        : IsAudio(head) ? FileType.Shown("audio/webm", FileKind.Audio)
        : FileType.Shown("video/webm", FileKind.Video);

    // Tracks name their codecs: V_VP9, A_OPUS. If they come too late for us to see, the file counts as video: a video player
    // plays sound, too.
    private static bool IsAudio(ReadOnlySpan<byte> head) =>
        (head.IndexOf("A_OPUS"u8) >= 0 || head.IndexOf("A_VORBIS"u8) >= 0) && head.IndexOf("V_VP"u8) < 0 && head.IndexOf("V_AV1"u8) < 0;

    // The leading zeros of the first byte give the length.
    private static ulong? Number(ref ReadOnlySpan<byte> rest, bool keepMarker)
    {
        if (rest.IsEmpty || rest[0] == 0)
            return null;
        var length = byte.LeadingZeroCount(rest[0]) + 1;
        if (rest.Length < length)
            return null;
        var number = keepMarker ? rest[0] : (ulong)(rest[0] & (0xFF >> length));
        for (var i = 1; i < length; i++)
            number = number << 8 | rest[i];
        rest = rest[length..];
        return number;
    }
}
