namespace BlazorChat.Web.Features.Files.Images;

/// <summary>
/// Decides which pictures are shown: those that a small server can make a thumbnail of, and that a browser can show in full.
/// All others are files to download.
/// </summary>
internal static class PictureLimits
{
    /// <summary>Bytes. The largest phone photos have 60 to 80 MB.</summary>
    public const long MaxLength = 128L * 1024 * 1024;

    /// <summary>Frames of an animation.</summary>
    public const int MaxFrames = 1_000;

    /// <summary>How many blocks of a file are read.</summary>
    public const int MaxBlocks = 1_000_000;

    /// <summary>Bytes before the pixels of a JPEG. The decoder may keep them in memory.</summary>
    public const int MaxJpegHead = 16 * 1024 * 1024;

    // Pixels. Enough for panoramas from phones; WebP allows no more.
    private const int MaxSide = 16_384;

    // A phone's 200 megapixels.
    private const long MaxPixels = 200_000_000;

    // Of all frames together: browsers keep the frames of an animation in memory.
    private const long MaxPixelsOfFrames = 1_000_000_000;

    // An 8K screenshot as PNG needs 177 MB. JPEG photos need little, however large they are.
    private const long MaxDecodingBytes = 192L * 1024 * 1024;

    /// <param name="head">The header of the picture.</param>
    /// <param name="length">The length of the file in bytes.</param>
    public static bool Allow(PictureHead head, long length) =>
        length <= MaxLength
        && head.Size is { Width: > 0 and <= MaxSide, Height: > 0 and <= MaxSide }
        && head.Pixels <= MaxPixels
        && head.Frames <= MaxFrames
        && (head.Frames == 1 || head.Pixels * head.Frames <= MaxPixelsOfFrames)
        && head.DecodingBytes <= MaxDecodingBytes;

    /// <returns>
    /// Bytes for a picture that is decoded at full size, and for the halves, quarters and so on that are made while it is
    /// scaled down.
    /// </returns>
    public static long WholeBytes(long pixels) => pixels * 4 * 4 / 3;
}
