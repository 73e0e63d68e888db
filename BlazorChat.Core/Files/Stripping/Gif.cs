namespace BlazorChat.Core.Files.Stripping;

/// <summary>GIF89a: blocks of pixels and extensions, each in pieces of up to 255 bytes. The trailer may be missing.</summary>
internal static class Gif
{
    private const int ScreenBytes = 13;
    private const int ImageBytes = 10;
    private const byte Extension = 0x21;
    private const byte Image = 0x2C;
    private const byte Trailer = 0x3B;
    private const byte GraphicControl = 0xF9;
    private const byte Application = 0xFF;

    /// <returns>What to remove; null if the file is not well-formed.</returns>
    public static async Task<Patch?> FindAsync(Window file)
    {
        var patch = new Patch();
        var screen = await file.AtAsync(0, ScreenBytes);
        if (screen.Length < ScreenBytes)
            return null;
        var hasImage = false;
        for (long? position = ScreenBytes + ColorBytes(screen.Span[10]), next; ; position = next)
        {
            if (position is not { } at || at > file.Length)
                return null;
            var block = await file.AtAsync(at, ImageBytes + 4);
            switch (block.IsEmpty ? Trailer : block.Span[0])
            {
                case Extension when block.Length > 2:
                    next = await SkipAsync(file, at + 2);
                    if (next is { } end && !Plays(block.Span))
                        patch.Cut(at, end);
                    break;
                case Image when block.Length > ImageBytes:
                    hasImage = true;
                    next = await SkipAsync(file, at + ImageBytes + ColorBytes(block.Span[9]) + 1);
                    break;
                case Trailer:
                    patch.Cut(Math.Min(at + 1, file.Length), file.Length);
                    return hasImage ? patch : null;
                default:
                    return null;
            }
        }
    }

    private static int ColorBytes(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);

    // How long each frame is shown, and how often the animation repeats. XMP and comments are extensions, too.
    private static bool Plays(ReadOnlySpan<byte> extension) => extension[1] == GraphicControl ||
        extension[1] == Application && (extension[2..].StartsWith("\u000bNETSCAPE2.0"u8) || extension[2..].StartsWith("\u000bANIMEXTS1.0"u8));

    private static async ValueTask<long?> SkipAsync(Window file, long position)
    {
        while (position < file.Length)
        {
            var length = (await file.AtAsync(position, 1)).Span[0];
            position += 1 + length;
            if (length == 0)
                return position;
        }
        return null;
    }
}
