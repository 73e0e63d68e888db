using BlazorChat.Core.Files;
using static BlazorChat.Tests.Core.Files.Stripping.Made;

namespace BlazorChat.Tests.Core.Files.Stripping;

public sealed class MovieTests
{
    private static readonly byte[] Type = Box("ftyp", Bytes("isom\0\0\u0002\0isommp41"));
    private static readonly byte[] Seen = Bytes("pictures and sounds");

    private static byte[] Head(string name, byte[]? times = null) => Box(name, [0, 0, 0, 0], times ?? new byte[8], new byte[80]);

    private static byte[] Track(string handler, byte[]? times = null, params byte[][] more) => Box(
        "trak",
        [
            Head("tkhd", times),
            Box("mdia", Head("mdhd", times), Box("hdlr", new byte[8], Bytes(handler), new byte[13]), Box("minf", Box("stbl", more))),
        ]);

    private static byte[] Movie(params byte[][] more) => [.. Type, .. Box("moov", [Head("mvhd"), Track("vide"), .. more]), .. Box("mdat", Seen)];

    [Fact]
    public async Task One_without_metadata_is_left_alone()
    {
        var (result, _) = await StrippedAsync(Movie());

        Assert.False(result.Changed);
        Assert.Equal("video/mp4", result.Type.ContentType);
    }

    [Theory]
    [InlineData("udta")]
    [InlineData("meta")]
    [InlineData("uuid")]
    public async Task User_data_become_free_space_of_the_same_size(string name)
    {
        var secret = Box(name, Box("\u00a9xyz", SecretBytes));
        var free = Box("free", new byte[secret.Length - 8]);

        Assert.Equal(Movie(free), await WithoutSecretAsync(Movie(secret)));
        Assert.Equal(Movie(Box("trak", free)), await WithoutSecretAsync(Movie(Box("trak", secret))));
        Assert.Equal(Joined(Movie(), free), await WithoutSecretAsync(Joined(Movie(), secret)));
    }

    [Theory]
    [InlineData("free")]
    [InlineData("skip")]
    public async Task Free_space_is_not_a_place_to_hide(string name)
    {
        var free = Box(name, new byte[Secret.Length]);

        Assert.Equal(Movie(free), await WithoutSecretAsync(Movie(Box(name, SecretBytes))));
        Assert.Equal(Joined(Movie(), free), await WithoutSecretAsync(Joined(Movie(), Box(name, SecretBytes))));
    }

    [Fact]
    public async Task Makers_own_boxes_go()
    {
        var free = Box("free", new byte[Secret.Length]);

        Assert.Equal(Joined(Movie(), free), await WithoutSecretAsync(Joined(Movie(), Box("sefd", SecretBytes))));
    }

    [Fact]
    public async Task When_it_was_made_goes()
    {
        byte[] made = [0xE2, 0x11, 0x22, 0x33, 0xE2, 0x11, 0x22, 0x33];
        byte[] movie = [.. Type, .. Box("moov", Head("mvhd", made), Track("vide", made)), .. Box("mdat", Seen)];

        var (result, bytes) = await StrippedAsync(movie);

        Assert.True(result.Changed);
        Assert.Equal(Movie(), bytes);
    }

    [Fact]
    public async Task Boxes_with_long_lengths_and_to_the_end_are_understood()
    {
        byte[] longBox = [0, 0, 0, 1, .. "udta"u8, .. Number(16 + Secret.Length, 8, false), .. SecretBytes];
        byte[] toTheEnd = [0, 0, 0, 0, .. "uuid"u8, .. SecretBytes];

        var stripped = await WithoutSecretAsync([.. Movie(longBox), .. toTheEnd]);

        Assert.Equal(Movie(longBox).Length + toTheEnd.Length, stripped.Length);
        Assert.True(Holds(stripped, "pictures and sounds"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tracks_of_positions_go_with_all_that_they_point_to(bool isLong)
    {
        // Three chunks, with two, two and one samples of the secret's length. What is seen lies between them.
        byte[] Offsets(params int[] all) => Box(
            isLong ? "co64" : "stco", new byte[4], Number(all.Length, 4, false), [.. all.SelectMany(at => Number(at, isLong ? 8 : 4, false))]);
        byte[] Tables(params int[] offsets) => Track(
            "meta",
            null,
            Box("stsz", new byte[8], [0, 0, 0, 5], [.. Enumerable.Repeat(Number(Secret.Length, 4, false), 5).SelectMany(size => size)]),
            Box("stsc", new byte[4], [0, 0, 0, 2], [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1], [0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 1]),
            Offsets(offsets));
        byte[] two = [.. SecretBytes, .. SecretBytes];
        byte[] data = Box("mdat", Seen, two, Seen, two, Seen, SecretBytes);
        var start = Type.Length + Box("moov", Head("mvhd"), Track("vide"), Tables(0, 0, 0)).Length + 8 + Seen.Length;
        var step = Seen.Length + two.Length;
        byte[] movie = [.. Type, .. Box("moov", Head("mvhd"), Track("vide"), Tables(start, start + step, start + 2 * step)), .. data];

        var stripped = await WithoutSecretAsync(movie);

        byte[] blanked = Box("mdat", Seen, new byte[two.Length], Seen, new byte[two.Length], Seen, new byte[Secret.Length]);
        Assert.Equal(blanked, stripped[^data.Length..]);
        Assert.Equal(
            [.. Type, .. Box("moov", Head("mvhd"), Track("vide"), Box("free", new byte[Tables(0, 0, 0).Length - 8]))], stripped[..^data.Length]);
    }

    [Fact]
    public async Task One_in_fragments_keeps_its_tracks()
    {
        byte[] Fragments(byte[] secret) =>
            [.. Type, .. Box("moov", Head("mvhd"), Track("meta")), .. Box("moof", Head("mfhd"), Box("traf", secret)), .. Box("mdat", Seen)];

        Assert.Equal(Fragments(Box("free", new byte[Secret.Length])), await WithoutSecretAsync(Fragments(Box("udta", SecretBytes))));
    }

    [Fact]
    public async Task Sound_and_quicktime_are_cleaned_the_same_way()
    {
        byte[] Of(string brand, byte[] more) => [.. Box("ftyp", Bytes(brand + "\0\0\0\0" + brand)), .. Movie(more)[Type.Length..]];
        var free = Box("free", new byte[Secret.Length]);

        foreach (var brand in new[] { "M4A ", "qt  ", "3gp4" })
            Assert.Equal(Of(brand, free), await WithoutSecretAsync(Of(brand, Box("udta", SecretBytes))));
    }

    [Fact]
    public async Task What_is_not_whole_is_only_saved()
    {
        var movie = Movie();
        byte[][] broken =
        [
            movie[..^1], Type, [.. Type, .. Box("mdat", Seen)], [.. movie, 1, 2, 3], Movie([0, 0, 0, 4, .. "trak"u8]),
            Movie([0, 0, 0, 200, .. "trak"u8]), Movie([0, 0, 0, 1, .. "trak"u8, .. Number(-1, 8, false)]), [.. movie, 0, 0, 0, 1, .. "free"u8],
        ];

        foreach (var one in broken)
            Assert.Equal(
                new FileType("application/octet-stream", FileKind.Video, false), (await StrippedAsync(one)).Result.Type);
    }
}
