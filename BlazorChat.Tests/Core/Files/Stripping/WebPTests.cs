using SkiaSharp;
using static BlazorChat.Tests.Core.Files.Stripping.Made;

namespace BlazorChat.Tests.Core.Files.Stripping;

public sealed class WebPTests
{
    private const byte Exif = 0x08;
    private const byte Xmp = 0x04;
    private const byte Colours = 0x20;
    private const byte Animated = 0x02;

    private static readonly byte[] Plain = Picture(SKEncodedImageFormat.Webp);

    // As Skia wrote it: it may have a head of its own.
    private static readonly byte[][] Chunks = [.. Split(Plain).Where(chunk => !chunk.AsSpan().StartsWith("VP8X"u8))];

    private static readonly byte Alpha = Chunks.Any(chunk => chunk.AsSpan().StartsWith("ALPH"u8)) ? (byte)0x10 : (byte)0;

    [Fact]
    public async Task One_without_metadata_is_left_alone()
    {
        Assert.False((await StrippedAsync(Plain)).Result.Changed);
        Assert.False((await StrippedAsync(WebP([Head(0), .. Chunks]))).Result.Changed);
        Assert.False((await StrippedAsync(WebP([Head(Colours), RiffChunk("ICCP", [1, 2, 3]), .. Chunks]))).Result.Changed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task The_place_goes_and_which_way_up_stays(byte orientation)
    {
        var photo = WebP([Head(Exif | Xmp), .. Chunks, RiffChunk("EXIF", Made.Exif(orientation)), RiffChunk("XMP ", SecretBytes)]);
        Assert.Equal((SKEncodedOrigin)orientation, Origin(photo));

        var stripped = await WithoutSecretAsync(photo);

        Assert.Equal((SKEncodedOrigin)orientation, Origin(stripped));
        Assert.Equal(Pixels(photo), Pixels(stripped));
        Assert.Equal(stripped.Length - 8, BitConverter.ToInt32(stripped, 4));
        Assert.Equal(orientation == 1 ? 0 : Exif, stripped[20] & (Exif | Xmp));
    }

    [Fact]
    public async Task Which_way_up_is_found_behind_the_name_that_some_write_before_it()
    {
        var photo = WebP([Head(Exif), .. Chunks, RiffChunk("EXIF", [.. "Exif\0\0"u8, .. Made.Exif(6)])]);

        Assert.Equal(SKEncodedOrigin.RightTop, Origin(await WithoutSecretAsync(photo)));
    }

    [Fact]
    public async Task Unknown_chunks_and_what_comes_after_the_end_go()
    {
        Assert.Equal(WebP([Head(0), .. Chunks]), await WithoutSecretAsync(WebP([Head(0), .. Chunks, RiffChunk("ABCD", SecretBytes)])));
        Assert.Equal(Plain, await WithoutSecretAsync([.. Plain, .. SecretBytes]));
    }

    [Fact]
    public async Task Animations_stay_and_their_frames_hide_nothing()
    {
        byte[] Frame(params byte[][] chunks) => RiffChunk("ANMF", [0, 0, 0, 0, 0, 0, 63, 0, 0, 47, 0, 0, 100, 0, 0, 0, .. chunks.SelectMany(chunk => chunk)]);
        var animation = RiffChunk("ANIM", new byte[6]);
        var plain = WebP(Head(Animated), animation, Frame(Chunks), Frame(Chunks));
        Assert.Equal(2, Frames(plain));
        Assert.False((await StrippedAsync(plain)).Result.Changed);

        var stripped = await WithoutSecretAsync(
            WebP(Head(Animated | Xmp), animation, Frame([.. Chunks, RiffChunk("ABCD", SecretBytes)]), Frame(Chunks), RiffChunk("XMP ", SecretBytes)));

        Assert.Equal(2, Frames(stripped));
        Assert.Equal(Pixels(plain, 1), Pixels(stripped, 1));
    }

    [Fact]
    public async Task One_that_breaks_off_is_only_saved()
    {
        for (var length = 16; length < Plain.Length; length += 50)
            Assert.False((await StrippedAsync(Plain[..length])).Result.Type.ShowsInline);
    }

    [Fact]
    public async Task One_without_pixels_or_with_a_chunk_that_is_too_long_is_only_saved()
    {
        Assert.False((await StrippedAsync(WebP(Head(0)))).Result.Type.ShowsInline);
        Assert.False((await StrippedAsync(WebP([.. Chunks, [.. "EXIF"u8, 0xFF, 0xFF, 0xFF, 0xFF]]))).Result.Type.ShowsInline);
    }

    private static byte[] Head(byte features) => RiffChunk("VP8X", [(byte)(features | Alpha), 0, 0, 0, 63, 0, 0, 47, 0, 0]);

    private static IEnumerable<byte[]> Split(byte[] webP)
    {
        for (var position = 12; position < webP.Length;)
        {
            var length = 8 + BitConverter.ToInt32(webP, position + 4);
            length += length & 1;
            yield return webP[position..(position + length)];
            position += length;
        }
    }
}
