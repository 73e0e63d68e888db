using System.Buffers.Binary;
using System.Text;
using BlazorChat.Core.Files;
using BlazorChat.Web.Features.Files.Images;
using SkiaSharp;

namespace BlazorChat.Tests.Features.Files.Images;

public sealed class PictureHeadTests
{
    private const string Png = "image/png", Jpeg = "image/jpeg", Gif = "image/gif", Webp = "image/webp";

    public static TheoryData<string, SKEncodedImageFormat> Formats => new()
    {
        { Png, SKEncodedImageFormat.Png }, { Jpeg, SKEncodedImageFormat.Jpeg }, { Webp, SKEncodedImageFormat.Webp },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void Says_how_large_a_picture_is_turned_upright(string contentType, SKEncodedImageFormat format)
    {
        foreach (var origin in Enum.GetValues<SKEncodedOrigin>().Distinct())
        {
            using var file = new PictureFile(Photograph.Taken(160, 80, origin, format));

            Assert.Equal((160, 80), file.Size(contentType));
            Assert.Equal(origin, file.Head().Origin);
        }
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(80, false)]
    public void Says_how_large_a_plain_WebP_is(int quality, bool isLossless)
    {
        using var bitmap = new SKBitmap(300, 200);
        bitmap.Erase(SKColors.Red);
        using var file = new PictureFile(bitmap.Encode(SKEncodedImageFormat.Webp, quality).ToArray());

        Assert.Equal(isLossless, Encoding.ASCII.GetString(File.ReadAllBytes(file.Path), 12, 4) == "VP8L");
        Assert.Equal((300, 200), file.Size(Webp));
    }

    [Fact]
    public void Says_how_large_an_animation_is_and_how_many_frames_it_has()
    {
        using var gif = new PictureFile(GifFile.Of(300, 20, [0, 1, 0]));
        using var apng = new PictureFile(PngFile.With(PngFile.Black(30, 20), ("acTL", new byte[8]), ("fcTL", new byte[26]), ("fcTL", new byte[26])));
        var still = Photograph.Taken(16, 8, SKEncodedOrigin.TopLeft, SKEncodedImageFormat.Webp);
        using var webp = new PictureFile(WebpFile.Animated(64, 32, (0, 0, 16, 8, still), (2, 2, 16, 8, still)));

        Assert.Equal(((300, 20), 3), (gif.Size(Gif), gif.Head().Frames));
        Assert.Equal(((30, 20), 2), (apng.Size(Png), apng.Head().Frames));
        Assert.Equal(((64, 32), 2), (webp.Size(Webp), webp.Head().Frames));
    }

    [Theory]
    [InlineData(16_320, 12_240, true)] // a telephone's 200 megapixels
    [InlineData(16_385, 100, false)]
    [InlineData(16_384, 12_300, false)]
    [InlineData(60_000, 60_000, false)]
    public void Shows_photographs_up_to_200_megapixels(int width, int height, bool isShown)
    {
        using var file = new PictureFile(Claiming(width, height, FlatJpeg.Of(8, 8, [100, 128, 128])));

        Assert.Equal(isShown ? (width, height) : null, file.Size(Jpeg));
    }

    [Theory]
    [InlineData(7_680, 4_320, true)] // a screenshot of 8K
    [InlineData(8_000, 8_000, false)]
    [InlineData(60_000, 60_000, false)]
    [InlineData(int.MaxValue, int.MaxValue, false)]
    [InlineData(0, 100, false)]
    [InlineData(-5, 100, false)]
    public void Shows_a_PNG_only_if_there_is_memory_to_decode_it_whole(int width, int height, bool isShown)
    {
        using var file = new PictureFile(PngFile.Black(9, 9));
        var png = File.ReadAllBytes(file.Path);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        File.WriteAllBytes(file.Path, png);

        Assert.Equal(isShown ? (width, height) : null, file.Size(Png));
    }

    [Fact]
    public void A_progressive_JPEG_is_shown_only_if_there_is_memory_to_keep_it_whole()
    {
        using var small = new PictureFile(FlatJpeg.Of(2_000, 1_000, [100, 128, 128], isProgressive: true));
        using var large = new PictureFile(FlatJpeg.Of(8_000, 8_000, [100, 128, 128], isProgressive: true));

        Assert.Equal((2_000, 1_000), small.Size(Jpeg));
        Assert.Null(large.Size(Jpeg));
    }

    [Theory]
    [InlineData(1, 1, 1_000, true)]
    [InlineData(1, 1, 1_001, false)]
    [InlineData(1, 1, 10_000, false)]
    [InlineData(1_000, 1_000, 10, true)]
    public void Shows_animations_of_up_to_a_thousand_frames(int width, int height, int frames, bool isShown)
    {
        using var file = new PictureFile(GifFile.Of(width, height, Enumerable.Repeat(0, frames)));

        Assert.Equal(isShown ? (width, height) : null, file.Size(Gif));
    }

    [Fact]
    public void An_animation_is_not_shown_if_all_its_frames_together_are_too_large()
    {
        // Of frames that are declared, the pixels need not be there.
        using var file = new PictureFile(PngFile.With(
            PngFile.Black(4_000, 2_000), [("acTL", new byte[8]), .. Enumerable.Repeat(("fcTL", new byte[26]), 200)]));

        Assert.Equal((200, 8_000_000L), (file.Head().Frames, file.Head().Pixels));
        Assert.Null(file.Size(Png));
    }

    public static TheoryData<string> Hostile =>
        ["svg", "tiff", "psd", "bmp", "empty", "signature", "cut", "bomb", "frames", "blocks", "chunks", "segments"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void What_is_no_decent_picture_costs_a_buffer(string kind)
    {
        var (type, bytes) = kind switch
        {
            "svg" => (Png, Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" width="60000" height="60000"/>""")),
            "tiff" => (Png, [.. "II*\0"u8, 8, 0, 0, 0, .. new byte[1_000]]),
            "psd" => (Png, [.. "8BPS"u8, 0, 1, .. new byte[1_000]]),
            "bmp" => (Jpeg, [.. "BM"u8, .. new byte[1_000]]),
            "empty" => (Png, []),
            "signature" => (Png, PngFile.Black(9, 9)[..8]),
            "cut" => (Jpeg, FlatJpeg.Of(9, 9, [1, 128, 128])[..100]),
            "bomb" => (Png, PngFile.Black(60_000, 60_000)),
            "frames" => (Gif, GifFile.Of(1, 1, Enumerable.Repeat(0, 10_000))),
            "blocks" => (Gif, [.. GifFile.Of(1, 1, [0])[..^1], 0x21, 0xFE, .. Enumerable.Repeat((byte)1, 20_000_000)]),
            "chunks" => (Png, PngFile.With(PngFile.Black(9, 9), [("acTL", new byte[8]), .. Enumerable.Repeat(("fcTL", new byte[26]), 10_000)])),
            _ => (Jpeg, [0xFF, 0xD8, .. Enumerable.Repeat((byte[])[0xFF, 0xE1, 0x00, 0x02], 2_000_000).SelectMany(each => each)]),
        };
        using var file = new PictureFile(bytes);
        // What a first call costs is the compiler's.
        _ = file.Size(type);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var size = file.Size(type);

        Assert.Null(size);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
    }

    [Fact]
    public void What_is_another_type_than_was_found_is_not_shown()
    {
        using var file = new PictureFile(PngFile.Black(9, 9));

        Assert.Equal((9, 9), file.Size(Png));
        Assert.Null(file.Size(Jpeg));
        Assert.Null(file.Size("application/pdf"));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Whatever_is_broken_is_read_to_an_end(string contentType, SKEncodedImageFormat format)
    {
        var whole = Photograph.Taken(64, 32, SKEncodedOrigin.RightTop, format);
        var random = new Random(1);
        var type = new FileType(contentType, FileKind.Image, true);
        using var file = new PictureFile(whole);

        for (var i = 0; i < 2_000; i++)
        {
            var broken = whole[..(i % 2 == 0 ? whole.Length : random.Next(whole.Length))];
            for (var change = random.Next(8); change > 0 && broken.Length > 0; change--)
                broken[random.Next(Math.Min(broken.Length, 200))] = (byte)random.Next(256);
            File.WriteAllBytes(file.Path, broken);

            if (PictureHeads.Read(file.Path, type) is { } size)
                Assert.InRange((long)size.Width * size.Height, 1, 200_000_000);
        }
    }

    private static byte[] Claiming(int width, int height, byte[] jpeg)
    {
        var frame = jpeg.AsSpan(jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]));
        BinaryPrimitives.WriteUInt16BigEndian(frame[5..], (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(frame[7..], (ushort)width);
        return jpeg;
    }
}
