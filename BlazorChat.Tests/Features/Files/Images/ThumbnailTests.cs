using System.Text;
using BlazorChat.Web.Features.Files.Images;
using SkiaSharp;

namespace BlazorChat.Tests.Features.Files.Images;

public sealed class ThumbnailTests
{
    public static TheoryData<SKEncodedImageFormat> Formats =>
        [SKEncodedImageFormat.Png, SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Webp];

    [Theory]
    [MemberData(nameof(Formats))]
    public void However_the_camera_was_held_it_is_upright(SKEncodedImageFormat format)
    {
        foreach (var origin in Enum.GetValues<SKEncodedOrigin>().Distinct())
        {
            using var file = new PictureFile(Photograph.Taken(160, 80, origin, format));
            using var thumbnail = file.Thumbnail();

            Assert.Equal((160, 80), (thumbnail!.Width, thumbnail.Height));
            Assert.Equal(Photograph.Quarters, Photograph.Seen(thumbnail));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_large_is_made_to_fit(SKEncodedImageFormat format)
    {
        using var file = new PictureFile(Photograph.Taken(900, 1_500, SKEncodedOrigin.RightTop, format));
        using var thumbnail = file.Thumbnail();

        Assert.Equal((432, 720), (thumbnail!.Width, thumbnail.Height));
        Assert.Equal(Photograph.Quarters, Photograph.Seen(thumbnail));
    }

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(16_000, 3, 720, 1)]
    [InlineData(9_000, 1_000, 720, 80)]
    [InlineData(720, 720, 720, 720)]
    public void Narrow_and_tiny_pictures_have_one_too(int width, int height, int expectedWidth, int expectedHeight)
    {
        using var png = new PictureFile(PngFile.Black(width, height));
        using var jpeg = new PictureFile(FlatJpeg.Of(width, height, [0, 128, 128]));
        using var fromPng = png.Thumbnail();
        using var fromJpeg = jpeg.Thumbnail();

        Assert.Equal((expectedWidth, expectedHeight), (fromPng!.Width, fromPng.Height));
        Assert.Equal((expectedWidth, expectedHeight), (fromJpeg!.Width, fromJpeg.Height));
    }

    [Fact]
    public void What_is_transparent_stays_so()
    {
        using var bitmap = new SKBitmap(1_000, 1_000);
        bitmap.Erase(SKColors.Transparent);
        bitmap.Erase(SKColors.Red, new SKRectI(0, 0, 1_000, 500));
        using var file = new PictureFile(bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray());
        using var thumbnail = file.Thumbnail();

        Near(SKColors.Red, thumbnail!.GetPixel(360, 100));
        Assert.Equal(0, thumbnail.GetPixel(360, 600).Alpha);
    }

    [Fact]
    public void Of_an_animation_it_is_the_first_frame()
    {
        var red = Plain(SKColors.Red, 200, 100);
        var blue = Plain(SKColors.Blue, 200, 100);
        using var gif = new PictureFile(GifFile.Of(1_440, 720, [0, 1]));
        using var webp = new PictureFile(WebpFile.Animated(1_440, 720, (0, 0, 200, 100, red), (0, 0, 200, 100, blue)));
        using var fromGif = gif.Thumbnail();
        using var fromWebp = webp.Thumbnail();

        Assert.Equal((720, 360), (fromGif!.Width, fromGif.Height));
        Near(SKColors.Red, fromGif.GetPixel(700, 350));
        Assert.Equal((720, 360), (fromWebp!.Width, fromWebp.Height));
        Near(SKColors.Red, fromWebp.GetPixel(50, 25));
        Assert.Equal(0, fromWebp.GetPixel(700, 350).Alpha);
    }

    public static TheoryData<byte[], string> Inks => new()
    {
        { [200], "#C8C8C8" },
        { [255, 0, 0, 255], "#FF0000" },
        { [0, 255, 255, 255], "#00FFFF" },
    };

    [Theory]
    [MemberData(nameof(Inks))]
    public void Grey_and_printers_JPEGs_have_their_colours(byte[] components, string color)
    {
        using var file = new PictureFile(FlatJpeg.Of(1_600, 1_600, components));
        using var thumbnail = file.Thumbnail();

        Near(SKColor.Parse(color), thumbnail!.GetPixel(300, 300));
    }

    [Fact]
    public void A_progressive_JPEG_has_one()
    {
        using var file = new PictureFile(FlatJpeg.Of(1_600, 1_600, [200, 128, 128], isProgressive: true));
        using var thumbnail = file.Thumbnail();

        Near(new SKColor(200, 200, 200), thumbnail!.GetPixel(300, 300));
    }

    [Fact]
    public void An_interlaced_PNG_has_one()
    {
        using var file = new PictureFile(PngFile.Interlaced(1_001, 803, (x, _) => x < 500 ? ((byte)255, (byte)0, (byte)0) : ((byte)0, (byte)0, (byte)255)));
        using var thumbnail = file.Thumbnail();

        Near(SKColors.Red, thumbnail!.GetPixel(100, 300));
        Near(SKColors.Blue, thumbnail.GetPixel(600, 300));
    }

    [Fact]
    public void Of_a_JPEG_that_is_cut_off_it_shows_what_is_there()
    {
        var whole = FlatJpeg.Of(1_600, 1_600, [200, 128, 128]);
        using var file = new PictureFile(whole[..(whole.Length / 2)]);
        using var thumbnail = file.Thumbnail();

        Assert.Equal((720, 720), (thumbnail!.Width, thumbnail.Height));
        Near(new SKColor(200, 200, 200), thumbnail.GetPixel(300, 100));
    }

    [Fact]
    public void Nothing_but_pixels_is_in_it()
    {
        using var file = new PictureFile(Photograph.Taken(900, 600, SKEncodedOrigin.RightTop, SKEncodedImageFormat.Jpeg));
        using var webp = file.WebpThumbnail();
        var bytes = Encoding.Latin1.GetString(webp!.AsSpan());

        Assert.StartsWith("VP8 ", bytes[12..], StringComparison.Ordinal);
        Assert.DoesNotContain("EXIF", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("ICCP", bytes, StringComparison.Ordinal);
        Assert.DoesNotContain("ada", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_decoder_finds_to_be_something_else_has_none()
    {
        using var file = new PictureFile(PngFile.Black(9, 9));

        Assert.NotNull(SmallPicture.Of(file.Path, file.Head()));
        Assert.Null(SmallPicture.Of(file.Path, file.Head() with { Format = SKEncodedImageFormat.Jpeg }));
        Assert.Null(SmallPicture.Of(file.Path, file.Head() with { Size = new SKSizeI(8, 9) }));
    }

    private static byte[] Plain(SKColor color, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(color);
        return bitmap.Encode(SKEncodedImageFormat.Webp, 100).ToArray();
    }

    private static void Near(SKColor expected, SKColor actual)
    {
        var distance = new[] { expected.Red - actual.Red, expected.Green - actual.Green, expected.Blue - actual.Blue, expected.Alpha - actual.Alpha }.Max(Math.Abs);
        Assert.True(distance <= 12, $"{actual} instead of {expected}");
    }
}
