using System.Buffers.Binary;
using SkiaSharp;

namespace BlazorChat.Web.Features.Files.Images;

/// <summary>Reads all blocks of a GIF, because nothing in it says how many frames there are.</summary>
internal static class GifHead
{
    private const int SignatureLength = 6;
    private const int Extension = 0x21, Frame = 0x2C;

    public static PictureHead? Read(Stream gif)
    {
        gif.Position = SignatureLength;
        Span<byte> screen = stackalloc byte[7];
        gif.ReadExactly(screen);
        SkipColors(gif, screen[4]);
        var size = SizeAt(screen);
        var (frames, blocks) = (0, 0);
        while (frames <= PictureLimits.MaxFrames && gif.ReadByte() is (Extension or Frame) and var block)
        {
            if (block == Frame)
                size = ReadFrame(gif, size, isFirst: frames++ == 0);
            else
                gif.ReadByte();
            if (!SkipData(gif, ref blocks))
                break;
        }
        if (frames == 0 || blocks > PictureLimits.MaxBlocks)
            return null;
        return new PictureHead(SKEncodedImageFormat.Gif, size, SKEncodedOrigin.TopLeft, frames, PictureLimits.WholeBytes((long)size.Width * size.Height));
    }

    // Up to the pixel data. A first frame larger than the screen enlarges the screen.
    private static SKSizeI ReadFrame(Stream gif, SKSizeI screen, bool isFirst)
    {
        Span<byte> frame = stackalloc byte[9];
        gif.ReadExactly(frame);
        SkipColors(gif, frame[8]);
        gif.ReadByte();
        if (!isFirst)
            return screen;
        var (at, size) = (SizeAt(frame), SizeAt(frame[4..]));
        return new SKSizeI(Math.Max(screen.Width, at.Width + size.Width), Math.Max(screen.Height, at.Height + size.Height));
    }

    /// <returns>Whether to read on: the file continues and does not have too many blocks.</returns>
    private static bool SkipData(Stream gif, ref int blocks)
    {
        int length;
        while ((length = gif.ReadByte()) > 0)
        {
            if (++blocks > PictureLimits.MaxBlocks)
                return false;
            gif.Seek(length, SeekOrigin.Current);
        }
        return length == 0;
    }

    private static void SkipColors(Stream gif, byte flags)
    {
        if ((flags & 0x80) != 0)
            gif.Seek(3 << ((flags & 7) + 1), SeekOrigin.Current);
    }

    private static SKSizeI SizeAt(ReadOnlySpan<byte> at) =>
        new(BinaryPrimitives.ReadUInt16LittleEndian(at), BinaryPrimitives.ReadUInt16LittleEndian(at[2..]));
}
