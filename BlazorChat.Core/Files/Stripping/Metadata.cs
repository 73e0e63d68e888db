namespace BlazorChat.Core.Files.Stripping;

/// <summary>
/// Takes out of a file what its sender may not know is in it: where and when it was made, by whom and with what. What is
/// seen and heard stays bit for bit.
/// <list type="bullet">
/// <item>JPEG, PNG, WebP and GIF keep only what is needed to draw them, which way up they are, and their colour profile.</item>
/// <item>MP4 and QuickTime lose their user data, tags, times and tracks of measurements. The measurements' bytes (a GoPro's
/// positions) are wiped where the track says where they lie; a file in fragments keeps them.</item>
/// <item>Pictures that are only saved (TIFF and raw ones, HEIC, AVIF, PSD, JPEG XL) lose the positions in the Exif data and
/// their XMP, found by searching. The camera, the time, makers' own notes, compressed metadata and BigTIFF are left.</item>
/// <item>All else is left as it is: PDF, office documents, archives, tags of music, Matroska and WebM, AVI.</item>
/// </list>
/// </summary>
public static class Metadata
{
    // Null: not well-formed.
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

    /// <summary>Reads the source as often as needed, holding no more than a buffer of it in memory.</summary>
    /// <param name="source">A file that can seek.</param>
    /// <param name="destination">Where the file without its metadata is written; untouched if there was nothing to take out.</param>
    /// <param name="type">What the source was found to be.</param>
    /// <param name="ct">Ends the work; the destination is worth nothing then.</param>
    /// <exception cref="IOException">The source or the destination failed; never because of what the file holds.</exception>
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

/// <summary>What became of a file.</summary>
/// <param name="Type">
/// What it is to be handed out as: as it was found, or, if it is not well-formed, the same kind of file as
/// <c>application/octet-stream</c> that is never shown. Such a picture still lost what could be found by searching.
/// </param>
/// <param name="Changed">Whether the destination is to be handed out; if not, nothing was in the source.</param>
public readonly record struct Stripped(FileType Type, bool Changed);
