namespace BlazorChat.Core.Files.Stripping;

/// <summary>
/// Removes metadata from a file that its sender may not know about: where and when it was made, by whom and with what.
/// Picture and sound stay bit for bit.
/// <list type="bullet">
/// <item>JPEG, PNG, WebP and GIF keep only what is needed to draw them, their orientation, and their colour profile.</item>
/// <item>MP4 and QuickTime lose their user data, tags, times and measurement tracks. The bytes of such a track (a GoPro's
/// positions) are overwritten where the track says they are; a file in fragments keeps them.</item>
/// <item>Pictures that can only be downloaded (TIFF and raw formats, HEIC, AVIF, PSD, JPEG XL) lose the positions in the Exif
/// data and their XMP, found by searching. The camera, the time, makers' notes, compressed metadata and BigTIFF are
/// left.</item>
/// <item>Everything else is left as it is: PDF, office documents, archives, tags of music, Matroska and WebM, AVI.</item>
/// </list>
/// </summary>
public static class Metadata
{
    // Null: the file is not well-formed.
    private static readonly Dictionary<string, Func<Window, Task<Patch?>>> Readers = new(StringComparer.Ordinal)
    {
        ["image/jpeg"] = Jpeg.FindAsync,
        ["image/png"] = Png.FindAsync,
        ["image/webp"] = WebP.FindAsync,
        ["image/gif"] = Gif.FindAsync,
        ["video/mp4"] = Movie.FindAsync,
        ["audio/mp4"] = Movie.FindAsync,
        ["video/quicktime"] = Movie.FindAsync,
        ["video/3gpp"] = Movie.FindAsync,
    };

    /// <summary>Reads the source as often as needed, but holds no more than a buffer of it in memory.</summary>
    /// <param name="source">A stream that can seek.</param>
    /// <param name="destination">Gets the file without its metadata; nothing is written if there was no metadata.</param>
    /// <param name="type">The type of the source.</param>
    /// <param name="ct">Stops the work; the destination must not be used then.</param>
    /// <exception cref="IOException">The source or the destination failed. The file's content never causes it.</exception>
    public static async Task<Stripped> StripAsync(Stream source, Stream destination, FileType type, CancellationToken ct)
    {
        var file = new Window(source, ct);
        var read = Readers.GetValueOrDefault(type.ContentType);
        var patch = read is null ? null : await read(file);
        if (patch is null or { IsTooLong: true })
        {
            patch = type.Kind == FileKind.Image ? await Leftovers.FindAsync(file) : new Patch();
            if (read is not null || patch.IsTooLong)
                type = type.AsAttachment();
        }
        if (patch.IsEmpty)
            return new Stripped(type, false);
        await patch.WriteAsync(source, destination, ct);
        return new Stripped(type, true);
    }
}

/// <summary>The result of removing metadata.</summary>
/// <param name="Type">
/// The type to serve the file as. If the file is not well-formed, it is <c>application/octet-stream</c> of the same kind,
/// which is never shown. Such a picture has still lost what a search could find.
/// </param>
/// <param name="Changed">Whether to use the destination. False: the source has no metadata.</param>
public readonly record struct Stripped(FileType Type, bool Changed);
