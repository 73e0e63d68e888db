using System.Globalization;
using System.Runtime.InteropServices;
using BlazorChat.Tests.Fire;
using SkiaSharp;

namespace BlazorChat.Tests.Features.Files.Images;

[Collection(UnderFire.Name)]
public sealed class ThumbnailMemoryTests
{
    // Bytes, of the whole process; what it took before does not count.
    private const long Mebi = 1024 * 1024;

    private static readonly byte[][] Small =
    [
        PngFile.Black(9, 9),
        PngFile.Interlaced(9, 9, (_, _) => (0, 0, 0)),
        GifFile.Of(9, 9, [0]),
        FlatJpeg.Of(9, 9, [0, 0, 0]),
        FlatJpeg.Of(9, 9, [0, 0, 0], isProgressive: true),
        Plain(9, 9, SKEncodedImageFormat.Webp),
    ];

    [Fact]
    public void A_JPEG_of_48_megapixels_takes_little_memory()
    {
        using var file = new PictureFile(FlatJpeg.Of(8_000, 6_000, [200, 128, 128]));

        Assert.InRange(PeakOf(() => Draw(file)), 0, 32 * Mebi);
    }

    [Fact]
    public void A_WebP_of_48_megapixels_takes_little_memory()
    {
        using var file = new PictureFile(Plain(8_000, 6_000, SKEncodedImageFormat.Webp, quality: 50));

        Assert.InRange(PeakOf(() => Draw(file)), 0, 32 * Mebi);
    }

    public static TheoryData<string> Whole => ["png", "interlaced", "gif", "webp", "progressive"];

    [Theory]
    [MemberData(nameof(Whole))]
    public void What_must_be_decoded_whole_takes_no_more_than_was_foreseen(string kind)
    {
        using var file = new PictureFile(kind switch
        {
            "png" => Plain(5_000, 4_000, SKEncodedImageFormat.Png),
            "interlaced" => PngFile.Interlaced(4_000, 3_000, (x, y) => ((byte)x, (byte)y, (byte)(x ^ y))),
            "gif" => GifFile.Of(5_000, 4_000, [0]),
            "webp" => Noise(3_000, 2_000),
            _ => FlatJpeg.Of(5_000, 4_000, [200, 128, 128], isProgressive: true),
        });

        Assert.InRange(PeakOf(() => Draw(file)), file.Head().DecodingBytes / 4, file.Head().DecodingBytes + 16 * Mebi);
    }

    [Fact]
    public void What_is_refused_takes_none()
    {
        using var png = new PictureFile(PngFile.Black(60_000, 60_000));
        using var gif = new PictureFile(GifFile.Of(1_000, 1, Enumerable.Repeat(0, 10_000)));

        Assert.InRange(PeakOf(() => Assert.Null(png.Size("image/png"))), 0, 2 * Mebi);
        Assert.InRange(PeakOf(() => Assert.Null(gif.Size("image/gif"))), 0, 2 * Mebi);
    }

    private static void Draw(PictureFile file)
    {
        using var webp = file.WebpThumbnail();
        Assert.NotNull(webp);
    }

    private static long PeakOf(Action act)
    {
        // The first time loads and compiles what all later ones use; of a small one no memory is left over for a large one.
        foreach (var small in Small)
        {
            using var file = new PictureFile(small);
            Draw(file);
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _ = GiveBack(0);
        File.WriteAllText("/proc/self/clear_refs", "5");
        var before = Status("VmRSS:");
        act();
        var peak = Math.Max(0, Status("VmHWM:") - before);
        TestContext.Current.TestOutputHelper!.WriteLine($"{peak / 1024} KiB");
        return peak;
    }

    private static long Status(string name) => 1024 * long.Parse(
        File.ReadLines("/proc/self/status").Single(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(),
        CultureInfo.InvariantCulture);

    private static byte[] Plain(int width, int height, SKEncodedImageFormat format, int quality = 100)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Red);
        return bitmap.Encode(format, quality).ToArray();
    }

    // Lossless; of a single colour, the decoder would touch no memory.
    private static byte[] Noise(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        new Random(1).NextBytes(bitmap.GetPixelSpan());
        return bitmap.Encode(SKEncodedImageFormat.Webp, 100).ToArray();
    }

    // What was freed but is kept for later would hide what is taken.
    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GiveBack(nuint kept);
}
