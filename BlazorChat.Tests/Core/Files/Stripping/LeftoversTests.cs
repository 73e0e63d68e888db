using BlazorChat.Core.Files;
using BlazorChat.Core.Files.Types;
using static BlazorChat.Tests.Core.Files.Stripping.Made;

namespace BlazorChat.Tests.Core.Files.Stripping;

public sealed class LeftoversTests
{
    private static readonly byte[] Heic = Box("ftyp", Bytes("heic\0\0\0\0mif1heic"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tiff_loses_its_positions_and_nothing_else(bool little)
    {
        var photo = Exif(6, little);
        Assert.Equal("image/tiff", FileTypes.Of(photo).ContentType);

        var stripped = await WithoutSecretAsync(photo);

        byte[] U16(int value) => Number(value, 2, little);
        Assert.Equal(photo.Length, stripped.Length);
        Assert.Equal(photo[..8], stripped[..8]);
        Assert.Equal(U16(2), stripped[8..10]);
        Assert.Equal(photo[10..34], stripped[10..34]);
        Assert.All(stripped[34..], left => Assert.Equal(0, left));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Exif\0\0")]
    public async Task A_heic_loses_them_wherever_they_are(string name)
    {
        // Far enough in that the search must go on from one window to the next.
        byte[] pixels = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31))];

        var stripped = await WithoutSecretAsync([.. Heic, .. pixels, .. Bytes(name), .. Exif(1), .. pixels]);

        Assert.Equal([.. Heic, .. pixels], stripped[..(Heic.Length + pixels.Length)]);
        Assert.Equal(pixels, stripped[^pixels.Length..]);
    }

    [Fact]
    public async Task A_header_at_any_place_of_the_window_is_found()
    {
        for (var before = 80 * 1024 - 40; before < 80 * 1024 + 4; before++)
            await WithoutSecretAsync([.. Heic, .. new byte[before - Heic.Length], .. Exif(1)]);
    }

    [Fact]
    public async Task Xmp_becomes_spaces()
    {
        var packet = $"<x:xmpmeta>{Secret}</x:xmpmeta>";
        byte[] With(string text) => [.. Heic, .. Bytes("<?xpacket begin?>" + text + "<?xpacket end?>" + text + "."), .. new byte[100_000]];

        Assert.Equal(With(new string(' ', packet.Length)), await WithoutSecretAsync(With(packet)));
    }

    [Fact]
    public async Task What_only_looks_like_a_header_is_left_alone()
    {
        byte[] nothing = [.. Heic, .. Bytes("II*\0\u0008\0\0\0\u0001\0\u0025\u0088\u00ff\u00ff"), .. new byte[100], .. Bytes("MM\0*\u00ff\u00ff\u00ff\u00ff"), .. "<x:xmpmeta>"u8];

        Assert.False((await StrippedAsync(nothing)).Result.Changed);
    }

    [Fact]
    public async Task A_directory_that_leads_to_itself_ends()
    {
        var photo = Exif(1);
        photo[49] = 8;

        Assert.False(Holds((await StrippedAsync(photo)).Bytes, Secret));
    }
}
