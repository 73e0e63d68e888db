using static BlazorChat.Tests.Core.Files.Stripping.Made;

namespace BlazorChat.Tests.Core.Files.Stripping;

public sealed class GifTests
{
    private const byte Comment = 0xFE;
    private const byte Application = 0xFF;
    private const byte Writing = 0x01;
    private const byte Trailer = 0x3B;

    private static readonly byte[] Loop = GifExtension(Application, Bytes("NETSCAPE2.0"), [1, 0, 0]);

    private static readonly byte[] Plain = Gif(Loop, [], [Trailer]);

    [Fact]
    public async Task One_without_metadata_is_left_alone()
    {
        Assert.Equal(2, Frames(Plain));
        Assert.False((await StrippedAsync(Plain)).Result.Changed);
        Assert.False((await StrippedAsync(Gif(GifExtension(Application, Bytes("ANIMEXTS1.0"), [1, 0, 0]), [], [Trailer]))).Result.Changed);
    }

    [Fact]
    public async Task Comments_and_what_programs_wrote_go()
    {
        var comment = GifExtension(Comment, SecretBytes, SecretBytes);
        var program = GifExtension(Application, Bytes("ACME 012345"), SecretBytes);
        var writing = GifExtension(Writing, new byte[12], SecretBytes);

        var stripped = await WithoutSecretAsync(Gif([.. comment, .. Loop, .. program], [.. writing, .. comment], [.. comment, Trailer]));

        Assert.Equal(Plain, stripped);
        Assert.Equal(Pixels(Plain, 1), Pixels(stripped, 1));
    }

    [Fact]
    public async Task Xmp_goes_though_it_is_not_in_pieces()
    {
        // What is read as lengths of pieces is text; the bytes behind it lead to the end from wherever one comes.
        byte[] trailer = [1, .. Enumerable.Range(0, 256).Select(i => (byte)(255 - i)), 0];
        byte[] xmp = [0x21, Application, 11, .. "XMP DataXMP"u8, .. "<x:xmpmeta>"u8, .. SecretBytes, .. "</x:xmpmeta>"u8, .. trailer];

        Assert.Equal(Plain, await WithoutSecretAsync(Gif([.. Loop, .. xmp], [], [Trailer])));
    }

    [Fact]
    public async Task What_comes_after_the_end_goes()
    {
        Assert.Equal(Plain, await WithoutSecretAsync([.. Plain, .. SecretBytes]));
    }

    [Fact]
    public async Task One_without_a_trailer_is_a_picture_still()
    {
        var (result, _) = await StrippedAsync(Gif(Loop, [], []));

        Assert.False(result.Changed);
        Assert.True(result.Type.ShowsInline);
    }

    [Fact]
    public async Task One_that_breaks_off_or_has_no_frame_is_only_saved()
    {
        Assert.False((await StrippedAsync(Plain[..^2])).Result.Type.ShowsInline);
        Assert.False((await StrippedAsync(Plain[..10])).Result.Type.ShowsInline);
        Assert.False((await StrippedAsync([.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, Trailer])).Result.Type.ShowsInline);
        Assert.False((await StrippedAsync(Gif([0x42], [], [Trailer]))).Result.Type.ShowsInline);
    }
}
