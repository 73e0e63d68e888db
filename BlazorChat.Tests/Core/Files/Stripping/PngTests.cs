using SkiaSharp;
using static BlazorChat.Tests.Core.Files.Stripping.Made;

namespace BlazorChat.Tests.Core.Files.Stripping;

public sealed class PngTests
{
    private const int HeadBytes = 33;
    private const int EndBytes = 12;

    private static readonly byte[] Plain = Picture(SKEncodedImageFormat.Png);

    [Fact]
    public async Task One_without_metadata_is_left_alone()
    {
        Assert.False((await StrippedAsync(Plain)).Result.Changed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task The_place_goes_and_which_way_up_stays(byte orientation)
    {
        var photo = With(Chunk("eXIf", Exif(orientation)));

        var stripped = await WithoutSecretAsync(photo);

        byte[] kept = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        Assert.Equal(orientation == 1 ? Plain : With(Chunk("eXIf", kept)), stripped);
        Assert.Equal(Pixels(Plain), Pixels(stripped));
    }

    [Theory]
    [InlineData("tEXt")]
    [InlineData("zTXt")]
    [InlineData("iTXt")]
    [InlineData("tIME")]
    [InlineData("caBX")]
    [InlineData("prVW")]
    public async Task Text_times_and_private_chunks_go(string name)
    {
        Assert.Equal(Plain, await WithoutSecretAsync(With(Chunk(name, SecretBytes))));
        Assert.Equal(Plain, await WithoutSecretAsync([.. Plain[..^EndBytes], .. Chunk(name, SecretBytes), .. Plain[^EndBytes..]]));
    }

    [Fact]
    public async Task What_comes_after_the_end_goes()
    {
        Assert.Equal(Plain, await WithoutSecretAsync([.. Plain, .. SecretBytes]));
    }

    [Fact]
    public async Task Animations_and_colours_stay()
    {
        var pixels = Plain.AsSpan().IndexOf("IDAT"u8);
        byte[] frame = [.. Number(64, 4, false), .. Number(48, 4, false), .. new byte[8], 0, 1, 0, 10, 0, 0];
        byte[] animation =
        [
            .. Plain[..HeadBytes], .. Chunk("gAMA", Number(45455, 4, false)), .. Chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0]),
            .. Chunk("fcTL", [0, 0, 0, 0, .. frame]), .. Plain[(pixels - 4)..^EndBytes],
            .. Chunk("fcTL", [0, 0, 0, 1, .. frame]), .. Chunk("fdAT", [0, 0, 0, 2, .. Plain[(pixels + 4)..^(EndBytes + 4)]]), .. Plain[^EndBytes..],
        ];
        Assert.False((await StrippedAsync(animation)).Result.Changed);

        var stripped = await WithoutSecretAsync([.. animation[..HeadBytes], .. Chunk("tEXt", SecretBytes), .. animation[HeadBytes..]]);

        Assert.Equal(animation, stripped);
        Assert.Equal(Pixels(Plain), Pixels(stripped));
    }

    [Fact]
    public async Task One_that_breaks_off_is_only_saved()
    {
        for (var length = HeadBytes; length < Plain.Length; length += 100)
            Assert.False((await StrippedAsync(Plain[..length])).Result.Type.ShowsInline);
        Assert.False((await StrippedAsync(Plain[..^1])).Result.Type.ShowsInline);
    }

    [Theory]
    [InlineData("CgBI")]
    [InlineData("IHDR")]
    [InlineData("a\0bc")]
    public async Task What_no_decoder_may_skip_makes_it_no_picture(string name)
    {
        Assert.False((await StrippedAsync(With(Chunk(name, [])))).Result.Type.ShowsInline);
    }

    private static byte[] With(byte[] chunk) => [.. Plain[..HeadBytes], .. chunk, .. Plain[HeadBytes..]];
}
