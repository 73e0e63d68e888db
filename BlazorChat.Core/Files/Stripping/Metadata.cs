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
    /// <summary>Reads the source as often as needed, holding no more than a buffer of it in memory.</summary>
    /// <param name="source">A file that can seek.</param>
    /// <param name="destination">Where the file without its metadata is written; untouched if there was nothing to take out.</param>
    /// <param name="type">What the source was found to be.</param>
    /// <param name="ct">Ends the work; the destination is worth nothing then.</param>
    /// <exception cref="IOException">The source or the destination failed; never because of what the file holds.</exception>
    public static async Task<Stripped> StripAsync(Stream source, Stream destination, FileType type, CancellationToken ct)
    {
        var file = new Window(source, ct);
        var patch = await FindAsync(file, type);
        if (patch is null or { IsTooLong: true })
        {
            type = type.AsAttachment();
            patch = await FindAsync(file, type) ?? new Patch();
        }
        if (patch.IsEmpty)
            return new Stripped(type, false);
        await patch.WriteAsync(source, destination, ct);
        return new Stripped(type, true);
    }

    private static async Task<Patch?> FindAsync(Window file, FileType type) => type.ContentType switch
    {
        "image/jpeg" => await Jpeg.FindAsync(file),
        "image/png" => await Png.FindAsync(file),
        "image/webp" => await WebP.FindAsync(file),
        "image/gif" => await Gif.FindAsync(file),
        "video/mp4" or "audio/mp4" or "video/quicktime" or "video/3gpp" => await Movie.FindAsync(file),
        _ when type.Kind == FileKind.Image => await Leftovers.FindAsync(file),
        _ => new Patch(),
    };
}

/// <summary>What became of a file.</summary>
/// <param name="Type">
/// What it is to be handed out as: as it was found, or, if it is not well-formed, the same kind of file as
/// <c>application/octet-stream</c> that is never shown. Such a picture still lost what could be found by searching.
/// </param>
/// <param name="Changed">Whether the destination is to be handed out; if not, nothing was in the source.</param>
public readonly record struct Stripped(FileType Type, bool Changed);
