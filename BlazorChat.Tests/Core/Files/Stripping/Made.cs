using System.Buffers.Binary;
using System.Text;
using BlazorChat.Core.Files;
using BlazorChat.Core.Files.Stripping;
using BlazorChat.Core.Files.Types;
using SkiaSharp;

namespace BlazorChat.Tests.Core.Files.Stripping;

/// <summary>Files made for these tests: nothing in them that is not written here.</summary>
internal static class Made
{
    /// <summary>Stands for all that nobody else is to know.</summary>
    public const string Secret = "48.2082N 16.3738E";

    public static byte[] SecretBytes => Bytes(Secret);

    /// <summary>A character a byte.</summary>
    public static byte[] Bytes(string latin1) => Encoding.Latin1.GetBytes(latin1);

    public static byte[] Joined(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    /// <summary>A picture with something to see in it, so that a wrong byte shows.</summary>
    public static byte[] Picture(SKEncodedImageFormat format, int width = 64, int height = 48)
    {
        using var bitmap = new SKBitmap(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                bitmap.SetPixel(x, y, new SKColor((byte)(x * 4), (byte)(y * 5), (byte)(x * y), (byte)(255 - (x + y) % 3 * 40)));
        return bitmap.Encode(format, 90).ToArray();
    }

    /// <summary>Exif data as TIFF: which way up, and where it was made.</summary>
    public static byte[] Exif(byte orientation, bool little = false)
    {
        byte[] U16(int value) => Number(value, 2, little);
        byte[] U32(int value) => Number(value, 4, little);
        byte[] directory =
        [
            .. U16(3),
            .. U16(0x010F), .. U16(2), .. U32(4), .. "ACME"u8,
            .. U16(0x0112), .. U16(3), .. U32(1), .. U16(orientation), 0, 0,
            .. U16(0x8825), .. U16(4), .. U32(1), .. U32(50),
            .. U32(0),
        ];
        byte[] positions = [.. U16(1), .. U16(2), .. U16(2), .. U32(Secret.Length), .. U32(68), .. U32(0)];
        return [.. Bytes(little ? "II*\0" : "MM\0*"), .. U32(8), .. directory, .. positions, .. SecretBytes];
    }

    public static byte[] ExifSegment(byte orientation) => Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation)]);

    /// <summary>Of a JPEG.</summary>
    public static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, .. Number(content.Length + 2, 2, false), .. content];

    /// <summary>Of a PNG.</summary>
    public static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = [.. Bytes(name), .. data];
        var crc = uint.MaxValue;
        foreach (var value in body)
            for (var (bit, at) = (0, crc ^ value); bit < 8; bit++)
                crc = at = at >> 1 ^ (0xEDB88320 & (uint)-(int)(at & 1));
        return [.. Number(data.Length, 4, false), .. body, .. Number((int)~crc, 4, false)];
    }

    /// <summary>Of a WebP.</summary>
    public static byte[] RiffChunk(string name, byte[] data) =>
        [.. Bytes(name), .. Number(data.Length, 4, true), .. data, .. new byte[data.Length & 1]];

    public static byte[] WebP(params byte[][] chunks)
    {
        byte[] content = [.. "WEBP"u8, .. chunks.SelectMany(chunk => chunk)];
        return RiffChunk("RIFF", content);
    }

    /// <summary>Of an MP4.</summary>
    public static byte[] Box(string name, params byte[][] content)
    {
        byte[] all = [.. content.SelectMany(part => part)];
        return [.. Number(all.Length + 8, 4, false), .. Bytes(name), .. all];
    }

    public static byte[] Number(long value, int bytes, bool little)
    {
        var all = new byte[8];
        if (little)
            BinaryPrimitives.WriteInt64LittleEndian(all, value);
        else
            BinaryPrimitives.WriteInt64BigEndian(all, value);
        return little ? all[..bytes] : all[^bytes..];
    }

    /// <summary>Two frames of a pixel.</summary>
    public static byte[] Gif(byte[] beforeFrames, byte[] betweenFrames, byte[] atEnd)
    {
        byte[] frame = [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        return
        [
            .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255,
            .. beforeFrames, .. frame, .. betweenFrames, .. frame, .. atEnd,
        ];
    }

    public static byte[] GifExtension(byte label, params byte[][] pieces) =>
        [0x21, label, .. pieces.SelectMany(piece => (byte[])[(byte)piece.Length, .. piece]), 0];

    /// <summary>What others get, and what it is.</summary>
    public static async Task<(Stripped Result, byte[] Bytes)> StrippedAsync(byte[] file, FileType? type = null)
    {
        using var source = new MemoryStream(file, writable: false);
        using var destination = new MemoryStream();
        var result = await Metadata.StripAsync(source, destination, type ?? FileTypes.Of(file), TestContext.Current.CancellationToken);
        if (!result.Changed)
            Assert.Equal(0, destination.Length);
        return (result, result.Changed ? destination.ToArray() : file);
    }

    /// <summary>Strips and asserts that it stayed what it was, lost the secret and has nothing left to lose.</summary>
    public static async Task<byte[]> WithoutSecretAsync(byte[] file)
    {
        Assert.True(Holds(file, Secret));
        var (result, bytes) = await StrippedAsync(file);
        Assert.Equal(new Stripped(FileTypes.Of(file), true), result);
        Assert.False(Holds(bytes, Secret));
        Assert.Equal(new Stripped(FileTypes.Of(file), false), (await StrippedAsync(bytes)).Result);
        return bytes;
    }

    public static bool Holds(byte[] file, string latin1) => file.AsSpan().IndexOf(Bytes(latin1)) >= 0;

    /// <summary>As Skia decodes them, not turned.</summary>
    public static byte[] Pixels(byte[] file, int frame = 0)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        Assert.NotNull(codec);
        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        Assert.Equal(SKCodecResult.Success, codec.GetPixels(bitmap.Info, bitmap.GetPixels(), new SKCodecOptions(frame)));
        return bitmap.GetPixelSpan().ToArray();
    }

    public static SKEncodedOrigin Origin(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        return codec.EncodedOrigin;
    }

    public static int Frames(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        return codec.FrameCount;
    }
}
