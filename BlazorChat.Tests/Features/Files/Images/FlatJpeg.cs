using System.Buffers.Binary;

namespace BlazorChat.Tests.Features.Files.Images;

/// <summary>
/// JPEG files of a single colour, written bit by bit: large ones of a few bytes, and in the ways that our encoder knows not
/// (CMYK, progressive, damaged).
/// </summary>
internal static class FlatJpeg
{
    private const byte Baseline = 0xC0, Progressive = 0xC2;

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="components">Of every pixel: grey; luma and two of chroma; or four inks as Adobe has them, 255 for none.</param>
    /// <param name="isProgressive">In scans, of which only the first is there.</param>
    public static byte[] Of(int width, int height, byte[] components, bool isProgressive = false)
    {
        var jpeg = new MemoryStream();
        jpeg.Write([0xFF, 0xD8]);
        if (components.Length == 4)
            Segment(jpeg, 0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        Segment(jpeg, 0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]);
        var frame = new byte[6 + 3 * components.Length];
        frame[0] = 8;
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(3), (ushort)width);
        frame[5] = (byte)components.Length;
        for (var i = 0; i < components.Length; i++)
            (frame[6 + 3 * i], frame[7 + 3 * i]) = ((byte)(i + 1), 0x11);
        Segment(jpeg, isProgressive ? Progressive : Baseline, frame);
        // Differences have codes of four bits: as many as they have bits. What follows in a block is one bit: nothing.
        Segment(jpeg, 0xC4, [0x00, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        Segment(jpeg, 0xC4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x00]);
        var scan = new List<byte> { (byte)components.Length };
        for (var i = 0; i < components.Length; i++)
            scan.AddRange([(byte)(i + 1), 0x00]);
        scan.AddRange([0, (byte)(isProgressive ? 0 : 63), 0]);
        Segment(jpeg, 0xDA, [.. scan]);
        Pixels(jpeg, (width + 7) / 8 * ((height + 7) / 8), components, hasRest: !isProgressive);
        jpeg.Write([0xFF, 0xD9]);
        return jpeg.ToArray();
    }

    /// <summary>Puts a segment behind the first two bytes.</summary>
    public static byte[] With(byte[] jpeg, byte marker, byte[] body)
    {
        var longer = new MemoryStream();
        longer.Write(jpeg.AsSpan(0, 2));
        Segment(longer, marker, body);
        longer.Write(jpeg.AsSpan(2));
        return longer.ToArray();
    }

    private static void Segment(Stream jpeg, byte marker, byte[] body)
    {
        jpeg.Write([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2)]);
        jpeg.Write(body);
    }

    private static void Pixels(Stream jpeg, int blocks, byte[] components, bool hasRest)
    {
        var (bits, count) = (0, 0);
        void Write(int value, int length)
        {
            for (var bit = length - 1; bit >= 0; bit--)
            {
                bits = bits << 1 | (value >> bit & 1);
                if (++count < 8)
                    continue;
                jpeg.WriteByte((byte)bits);
                if ((byte)bits == 0xFF)
                    jpeg.WriteByte(0);
                (bits, count) = (0, 0);
            }
        }

        for (var block = 0; block < blocks; block++)
            foreach (var component in components)
            {
                var difference = block == 0 ? component - 128 : 0;
                var length = 32 - int.LeadingZeroCount(Math.Abs(difference));
                Write(length, 4);
                Write(difference < 0 ? difference + (1 << length) - 1 : difference, length);
                if (hasRest)
                    Write(0, 1);
            }
        if (count > 0)
            Write(0xFF, 8 - count);
    }
}
