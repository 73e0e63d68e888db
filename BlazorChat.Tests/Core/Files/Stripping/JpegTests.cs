using SkiaSharp;
using static BlazorChat.Tests.Core.Files.Stripping.Made;

namespace BlazorChat.Tests.Core.Files.Stripping;

public sealed class JpegTests
{
    private static readonly byte[] Plain = Picture(SKEncodedImageFormat.Jpeg);

    // Eight by eight grey pixels in two scans: what all have in common, then what differs.
    private static readonly byte[] Progressive =
    [
        0xFF, 0xD8, .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]), .. Segment(0xC2, [8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
        .. Segment(0xC4, [0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5]), .. Segment(0xDA, [1, 1, 0, 0, 0, 0]), 0x43,
        .. Segment(0xC4, [0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Segment(0xDA, [1, 1, 0, 1, 63, 0]), 0x7F,
        0xFF, 0xD9,
    ];

    [Fact]
    public async Task One_without_metadata_is_left_alone()
    {
        var (result, _) = await StrippedAsync(Plain);

        Assert.False(result.Changed);
        Assert.Equal("image/jpeg", result.Type.ContentType);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task The_place_goes_and_which_way_up_stays(byte orientation)
    {
        var photo = With(ExifSegment(orientation));
        Assert.Equal((SKEncodedOrigin)orientation, Origin(photo));

        var stripped = await WithoutSecretAsync(photo);

        Assert.Equal((SKEncodedOrigin)orientation, Origin(stripped));
        Assert.Equal(Pixels(photo), Pixels(stripped));
        Assert.False(Holds(stripped, "ACME"));
        Assert.Equal(orientation != 1, Holds(stripped, "Exif"));
    }

    [Fact]
    public async Task Which_way_up_is_read_in_either_order_of_bytes()
    {
        var stripped = await WithoutSecretAsync(With(Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(6, little: true)])));

        Assert.Equal(SKEncodedOrigin.RightTop, Origin(stripped));
    }

    [Theory]
    [InlineData(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>")]
    [InlineData(0xE1, "http://ns.adobe.com/xmp/extension/\0")]
    [InlineData(0xED, "Photoshop 3.0\08BIM")]
    [InlineData(0xE0, "JFXX\0\u0010")]
    [InlineData(0xE2, "MPF\0")]
    [InlineData(0xE2, "FPXR\0")]
    [InlineData(0xE3, "Meta\0\0")]
    [InlineData(0xEB, "JP")]
    [InlineData(0xEF, "")]
    [InlineData(0xFE, "")]
    public async Task What_programs_write_beside_the_picture_goes(byte marker, string name)
    {
        Assert.Equal(Plain, await WithoutSecretAsync(With(Segment(marker, Bytes(name + Secret)))));
    }

    [Fact]
    public async Task Colours_stay_what_they_are()
    {
        var (result, _) = await StrippedAsync(With([.. Segment(0xE2, Bytes("ICC_PROFILE\0\u0001\u0001abc")), .. Segment(0xEE, Bytes("Adobe\0\u0064\0\0\0\0\u0001"))]));

        Assert.False(result.Changed);
    }

    [Fact]
    public async Task What_comes_after_the_end_goes()
    {
        Assert.Equal(Plain, await WithoutSecretAsync([.. Plain, .. "\0\0\0\u0018ftypmp42"u8, .. SecretBytes]));
        Assert.Equal(Plain, await WithoutSecretAsync([.. Plain, .. With(Segment(0xFE, SecretBytes))]));
    }

    [Fact]
    public async Task What_stands_between_segments_goes()
    {
        Assert.Equal(Plain, await WithoutSecretAsync(With(SecretBytes)));
        Assert.Equal(Plain, await WithoutSecretAsync(With([.. SecretBytes, 0xFF, 0xFF, 0xFF])));
    }

    [Fact]
    public async Task The_small_picture_in_the_head_goes()
    {
        byte[] jfif = [.. "JFIF\0\u0001\u0001\0\0\u0001\0\u0001"u8];
        var rest = Plain[20..];
        Assert.True(Holds(Plain[..20], "JFIF"));

        var stripped = await WithoutSecretAsync([0xFF, 0xD8, .. Segment(0xE0, [.. jfif, 1, 6, .. SecretBytes, 0]), .. rest]);

        Assert.Equal([0xFF, 0xD8, .. Segment(0xE0, [.. jfif, 0, 0]), .. rest], stripped);
    }

    [Fact]
    public async Task Progressive_ones_keep_all_their_scans()
    {
        Assert.Equal(64 * 4, Pixels(Progressive).Length);
        Assert.False((await StrippedAsync(Progressive)).Result.Changed);
        var between = Progressive.AsSpan().LastIndexOf<byte>([0xFF, 0xC4]);

        var stripped = await WithoutSecretAsync([.. Progressive[..between], .. Segment(0xFE, SecretBytes), .. Progressive[between..]]);

        Assert.Equal(Progressive, stripped);
    }

    [Fact]
    public async Task One_that_breaks_off_within_its_pixels_is_a_picture_still()
    {
        var cut = With(ExifSegment(6))[..^200];

        var stripped = await WithoutSecretAsync(cut);

        Assert.Equal(SKEncodedOrigin.RightTop, Origin(stripped));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(200)]
    public async Task One_that_breaks_off_before_its_pixels_is_only_saved(int length)
    {
        var (result, _) = await StrippedAsync(Plain[..length]);

        Assert.False(result.Type.ShowsInline);
        Assert.Equal("application/octet-stream", result.Type.ContentType);
        Assert.Equal(BlazorChat.Core.Files.FileKind.Image, result.Type.Kind);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xF0, 0, 4, 1, 2 })]
    [InlineData(new byte[] { 0xFF, 0xD8 })]
    [InlineData(new byte[] { 0xFF, 0xE1, 0, 1 })]
    [InlineData(new byte[] { 0xFF, 0xE1, 0xFF, 0xFF })]
    public async Task What_is_in_no_picture_makes_it_none(byte[] segment)
    {
        Assert.False((await StrippedAsync(With(segment))).Result.Type.ShowsInline);
    }

    [Fact]
    public async Task One_that_is_no_picture_loses_its_place_all_the_same()
    {
        var broken = With([.. ExifSegment(6), 0xFF, 0xF0, 0, 4, 1, 2]);

        var (result, bytes) = await StrippedAsync(broken);

        Assert.True(result.Changed);
        Assert.Equal(broken.Length, bytes.Length);
        Assert.False(Holds(bytes, Secret));
    }

    [Fact]
    public async Task A_large_photo_keeps_its_pixels()
    {
        var photo = Picture(SKEncodedImageFormat.Jpeg, 1500, 1100);
        Assert.True(photo.Length > 300_000);

        var stripped = await WithoutSecretAsync([.. photo[..2], .. ExifSegment(1), .. photo[2..], .. SecretBytes]);

        Assert.Equal(photo, stripped);
    }

    private static byte[] With(byte[] segments)
    {
        // Behind the JFIF segment, where cameras put theirs.
        const int head = 20;
        return [.. Plain[..head], .. segments, .. Plain[head..]];
    }
}
