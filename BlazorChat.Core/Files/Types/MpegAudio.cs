namespace BlazorChat.Core.Files.Types;

/// <summary>
/// MP3 without a tag. Many files contain eleven set bits, so two frames must follow each other, as in <see
/// href="https://mimesniff.spec.whatwg.org/#signature-for-mp3-without-id3"/>.
/// </summary>
internal static class MpegAudio
{
    private const int HeaderBytes = 4;

    private static readonly int[] BitRates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] BitRates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] SampleRates = [44100, 48000, 32000];

    public static FileType? Find(ReadOnlySpan<byte> head) =>
        FrameBytes(head) is { } first && head.Length > first && FrameBytes(head[first..]) is not null && SameStream(head, head[first..])
            ? FileType.Shown("audio/mpeg", FileKind.Audio)
            : null;

    // The header of a layer III frame: sync, version, layer, protection; bit rate, sample rate, padding.
    private static int? FrameBytes(ReadOnlySpan<byte> at)
    {
        if (at.Length < HeaderBytes || at[0] != 0xFF || (at[1] & 0xE6) != 0xE2)
            return null;
        var (version, bitRate, sampleRate, padding) = ((at[1] >> 3) & 3, at[2] >> 4, (at[2] >> 2) & 3, (at[2] >> 1) & 1);
        if (version == 1 || bitRate is 0 or 15 || sampleRate == 3)
            return null;
        var isFirst = version == 3;
        var kilobits = (isFirst ? BitRates1 : BitRates2)[bitRate];
        var hertz = SampleRates[sampleRate] >> (isFirst ? 0 : version == 2 ? 1 : 2);
        return (isFirst ? 144 : 72) * kilobits * 1000 / hertz + padding;
    }

    private static bool SameStream(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        one[1] == other[1] && (one[2] & 0x0C) == (other[2] & 0x0C);
}
