namespace BlazorChat.Tests.Features.Files.Images;

/// <summary>GIF files written block by block, for animations.</summary>
internal static class GifFile
{
    private const int CodesBetweenResets = 100;

    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="frames">The colour of each: 0 red, 1 blue, 2 none at all.</param>
    public static byte[] Of(int width, int height, IEnumerable<int> frames)
    {
        var gif = new MemoryStream();
        gif.Write("GIF89a"u8);
        gif.Write([(byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0xF6, 0, 0]);
        gif.Write([255, 0, 0, 0, 0, 255]);
        gif.Write(new byte[126 * 3]);
        gif.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);
        foreach (var color in frames)
        {
            gif.Write([0x21, 0xF9, 4, 1, 10, 0, 2, 0]);
            gif.Write([0x2C, 0, 0, 0, 0, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0]);
            Pixels(gif, width * height, (byte)color);
        }
        gif.WriteByte(0x3B);
        return gif.ToArray();
    }

    // Codes of eight bits, as long as the table is emptied before it needs more.
    private static void Pixels(Stream gif, int count, byte color)
    {
        const byte reset = 128, end = 129;
        gif.WriteByte(7);
        for (; count > 0; count -= CodesBetweenResets)
        {
            var codes = Math.Min(count, CodesBetweenResets);
            gif.WriteByte((byte)(codes + 1));
            gif.WriteByte(reset);
            gif.Write(Enumerable.Repeat(color, codes).ToArray());
        }
        gif.Write([1, end, 0]);
    }
}
