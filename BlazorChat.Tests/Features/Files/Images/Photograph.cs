using SkiaSharp;

namespace BlazorChat.Tests.Features.Files.Images;

/// <summary>
/// A picture whose quarters are red and green above, blue and white below, as a camera writes it that was held in one of
/// eight ways.
/// </summary>
internal static class Photograph
{
    public static readonly SKColor[] Quarters = [SKColors.Red, SKColors.Lime, SKColors.Blue, SKColors.White];

    public static byte[] Taken(int width, int height, SKEncodedOrigin origin, SKEncodedImageFormat format)
    {
        using var sensor = Sensor(width, height, origin);
        var plain = sensor.Encode(format, 100).ToArray();
        var exif = Exif(origin);
        return format switch
        {
            SKEncodedImageFormat.Jpeg => FlatJpeg.With(plain, 0xE1, [.. "Exif\0\0"u8, .. exif]),
            SKEncodedImageFormat.Png => PngFile.With(plain, ("eXIf", exif)),
            _ => WebpFile.With(sensor.Width, sensor.Height, plain, exif),
        };
    }

    /// <summary>Which quarters are where, from the top left to the bottom right.</summary>
    public static SKColor[] Seen(SKBitmap picture)
    {
        var (right, bottom) = (picture.Width * 3 / 4, picture.Height * 3 / 4);
        var (left, top) = (picture.Width / 4, picture.Height / 4);
        return [.. new[] { picture.GetPixel(left, top), picture.GetPixel(right, top), picture.GetPixel(left, bottom), picture.GetPixel(right, bottom) }.Select(Nearest)];
    }

    private static SKColor Nearest(SKColor color) => Quarters.MinBy(quarter =>
        Math.Abs(quarter.Red - color.Red) + Math.Abs(quarter.Green - color.Green) + Math.Abs(quarter.Blue - color.Blue));

    // Where the camera's row and column lie is what the standard says: 6 is "row 0 on the right, column 0 above".
    private static SKBitmap Sensor(int width, int height, SKEncodedOrigin origin)
    {
        var isTurned = (int)origin > 4;
        var sensor = new SKBitmap(isTurned ? height : width, isTurned ? width : height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var color = Quarters[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)];
                var (fromRight, fromBottom) = (width - 1 - x, height - 1 - y);
                var (column, row) = (int)origin switch
                {
                    1 => (x, y),
                    2 => (fromRight, y),
                    3 => (fromRight, fromBottom),
                    4 => (x, fromBottom),
                    5 => (y, x),
                    6 => (y, fromRight),
                    7 => (fromBottom, fromRight),
                    _ => (fromBottom, x),
                };
                sensor.SetPixel(column, row, color);
            }
        return sensor;
    }

    // A directory with two entries: the camera's maker, and how it was held.
    private static byte[] Exif(SKEncodedOrigin origin) =>
    [
        .. "MM\0*"u8, 0, 0, 0, 8, 0, 2,
        0x01, 0x0F, 0, 2, 0, 0, 0, 4, .. "ada\0"u8,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)origin, 0, 0,
        0, 0, 0, 0,
    ];
}
