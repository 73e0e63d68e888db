namespace BlazorChat.Core.Files.Stripping;

/// <summary>
/// Metadata that a search finds in any picture: positions in Exif data, wherever its TIFF header is, and XMP packets. Nothing
/// is moved, so the file stays intact whatever its format is.
/// </summary>
internal static class Leftovers
{
    // A picture has one or two of each. A file with more was made to waste our time.
    private const int MaxFound = 64;
    private const int MaxPacketBytes = 4 * 1024 * 1024;
    private const byte Space = 0x20;

    private static readonly byte[][] TiffHeaders = [[.. "II*\0"u8], [.. "MM\0*"u8]];

    private static readonly (byte[] Begin, byte[] End)[] Packets =
    [
        ([.. "<x:xmpmeta"u8], [.. "</x:xmpmeta>"u8]),
        ([.. "<x:xapmeta"u8], [.. "</x:xapmeta>"u8]),
    ];

    public static async Task<Patch> FindAsync(Window file)
    {
        var patch = new Patch();
        foreach (var header in TiffHeaders)
        {
            var found = await file.FindAsync(header, 0, file.Length);
            for (var count = 0; found is { } at && count < MaxFound && !patch.IsTooLong; count++)
            {
                await new TiffPositions(file, at, header[0] == 'I').BlankAsync(patch);
                found = await file.FindAsync(header, at + 1, file.Length);
            }
        }
        foreach (var (begin, end) in Packets)
            await BlankPacketsAsync(file, patch, begin, end);
        return patch;
    }

    private static async ValueTask BlankPacketsAsync(Window file, Patch patch, byte[] begin, byte[] end)
    {
        var position = 0L;
        for (var count = 0; count < MaxFound && await file.FindAsync(begin, position, file.Length) is { } start; count++)
        {
            position = start + begin.Length;
            if (await file.FindAsync(end, position, Math.Min(start + MaxPacketBytes, file.Length)) is not { } last)
                continue;
            position = last + end.Length;
            patch.Blank(start, position, Space);
        }
    }
}
