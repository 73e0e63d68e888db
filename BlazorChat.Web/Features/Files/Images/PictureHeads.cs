using BlazorChat.Core.Files;
using BlazorChat.Web.Images;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>
/// Reads the headers of pictures block by block. It needs only a small buffer, whatever size a picture claims.
/// </summary>
internal static class PictureHeads
{
    private const int BufferSize = 64 * 1024;

    /// <param name="path">A file.</param>
    /// <param name="type">The detected type of the file.</param>
    /// <returns>
    /// Its size turned upright; null if it cannot be shown as a picture, because it is none or is too large.
    /// </returns>
    public static PictureSize? Read(string path, FileType type)
    {
        using var file = OpenFile(path);
        if (Of(file) is not { } head || head.ContentType != type.ContentType || !PictureLimits.Allow(head, file.Length))
            return null;
        var upright = Upright.Turn(head.Size, head.Origin);
        return new PictureSize(upright.Width, upright.Height);
    }

    /// <param name="file">A stream that can seek and has a buffer.</param>
    /// <returns>Null if it is no picture of the four formats, or if its header is broken.</returns>
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

    /// <summary>Reads a file in small steps.</summary>
    internal static FileStream OpenFile(string path) => new(path, new FileStreamOptions { BufferSize = BufferSize });
}
