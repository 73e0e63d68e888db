using BlazorChat.Core.Files;
using BlazorChat.Web.Images;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>Finds the heads of pictures by walking over their blocks: costs a buffer, whatever a picture claims to be.</summary>
internal static class PictureHeads
{
    private const int BufferSize = 64 * 1024;

    /// <param name="path">A file.</param>
    /// <param name="type">What was found to be in it.</param>
    /// <returns>Its size turned upright; null: it is not shown as a picture, because it is none, or larger than what is shown.</returns>
    public static PictureSize? Read(string path, FileType type)
    {
        using var file = OpenFile(path);
        if (Of(file) is not { } head || head.ContentType != type.ContentType || !PictureLimits.Allow(head, file.Length))
            return null;
        var upright = Upright.Turn(head.Size, head.Origin);
        return new PictureSize(upright.Width, upright.Height);
    }

    /// <param name="file">Can seek, and has a buffer.</param>
    /// <returns>Null: no picture of the four formats, or one whose head is broken.</returns>
    public static PictureHead? Of(Stream file)
    {
        Span<byte> signature = stackalloc byte[12];
        file.Position = 0;
        signature = signature[..file.ReadAtLeast(signature, signature.Length, throwOnEndOfStream: false)];
        try
        {
            return signature switch
            {
                [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngHead.Read(file),
                [0xFF, 0xD8, 0xFF, ..] => JpegHead.Read(file),
                [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => GifHead.Read(file),
                [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P'] => WebpHead.Read(file),
                _ => null,
            };
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>A file to walk over in small steps.</summary>
    internal static FileStream OpenFile(string path) => new(path, new FileStreamOptions { BufferSize = BufferSize });
}
