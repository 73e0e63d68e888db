namespace BlazorChat.Web.Features.Files.Images;

/// <summary>
/// Which pictures are shown: what a small server makes a thumbnail of, and what a browser can show when it is opened.
/// All others are files to download.
/// </summary>
internal static class PictureLimits
{
    /// <summary>Bytes. A telephone's largest photographs have 60 to 80 MB.</summary>
    public const long MaxLength = 128L * 1024 * 1024;

    /// <summary>Frames of an animation.</summary>
    public const int MaxFrames = 1_000;

    /// <summary>Blocks of a file that are walked over.</summary>
    public const int MaxBlocks = 1_000_000;

    /// <summary>Bytes before the pixels of a JPEG, which its decoder may keep.</summary>
    public const int MaxJpegHead = 16 * 1024 * 1024;

    // Pixels. As far as a telephone's panoramas reach; WebP knows no more.
    private const int MaxSide = 16_384;

    // A telephone's 200 megapixels.
    private const long MaxPixels = 200_000_000;

    // Of all frames together: browsers keep what they have shown of an animation.
    private const long MaxPixelsOfFrames = 1_000_000_000;

    // A screenshot of 8K as PNG needs 177 MB. Photographs as JPEG need little, however large they are.
    private const long MaxDecodingBytes = 192L * 1024 * 1024;

    /// <param name="head">Of the picture.</param>
    /// <param name="length">Of the file, bytes.</param>
    public static bool Allow(PictureHead head, long length) =>
        length <= MaxLength
        && head.Size is { Width: > 0 and <= MaxSide, Height: > 0 and <= MaxSide }
        && head.Pixels <= MaxPixels
        && head.Frames <= MaxFrames
        && (head.Frames == 1 || head.Pixels * head.Frames <= MaxPixelsOfFrames)
        && head.DecodingBytes <= MaxDecodingBytes;

    /// <returns>Bytes for a picture that is decoded whole, and for its halves, quarters and so on by which it is made smaller.</returns>
    public static long WholeBytes(long pixels) => pixels * 4 * 4 / 3;
}
