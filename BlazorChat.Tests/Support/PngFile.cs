using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace BlazorChat.Tests.Support;

/// <summary>PNG files written chunk by chunk, for what no encoder writes.</summary>
internal static class PngFile
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>A black picture that claims a size; of a large one, the head alone.</summary>
    public static byte[] Black(int width, int height) =>
        Of(width, height, colorType: 0, isInterlaced: false, new byte[Math.Min((width + 1L) * height, 1_000_000)]);

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="color">Red, green and blue of a pixel.</param>
    public static byte[] Interlaced(int width, int height, Func<int, int, (byte, byte, byte)> color)
    {
        var rows = new MemoryStream();
        foreach (var pass in Passes)
            for (var y = pass.Y; y < height && pass.X < width; y += pass.StepY)
            {
                rows.WriteByte(0);
                for (var x = pass.X; x < width; x += pass.StepX)
                {
                    var (red, green, blue) = color(x, y);
                    rows.Write([red, green, blue]);
                }
            }
        return Of(width, height, colorType: 2, isInterlaced: true, rows.ToArray());
    }

    /// <summary>Puts chunks behind the first.</summary>
    public static byte[] With(byte[] png, params (string Type, byte[] Body)[] chunks)
    {
        const int afterHeader = 8 + 12 + 13;
        var longer = new MemoryStream();
        longer.Write(png.AsSpan(0, afterHeader));
        foreach (var (type, body) in chunks)
            Chunk(longer, type, body);
        longer.Write(png.AsSpan(afterHeader));
        return longer.ToArray();
    }

    private static byte[] Of(int width, int height, byte colorType, bool isInterlaced, byte[] rows)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = (8, colorType, isInterlaced ? (byte)1 : (byte)0);
        Chunk(png, "IHDR", head);
        var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zip.Write(rows);
        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(Stream png, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(body));
        png.Write(number);
    }

    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
