using BlazorChat.Core.Files;
using BlazorChat.Core.Files.Stripping;
using BlazorChat.Core.Files.Types;
using CsCheck;
using SkiaSharp;
using static BlazorChat.Tests.Core.Files.Stripping.Made;

namespace BlazorChat.Tests.Core.Files.Stripping;

public sealed class HostileFilesTests
{
    private static readonly byte[] Jpeg = Picture(SKEncodedImageFormat.Jpeg);
    private static readonly byte[] Png = Picture(SKEncodedImageFormat.Png);
    private static readonly byte[] Webp = Picture(SKEncodedImageFormat.Webp);

    private static readonly byte[][] Whole =
    [
        [.. Jpeg[..20], .. ExifSegment(6), .. Segment(0xFE, SecretBytes), .. Jpeg[20..], .. SecretBytes],
        [.. Png[..33], .. Chunk("eXIf", Exif(6)), .. Chunk("tEXt", SecretBytes), .. Png[33..], .. SecretBytes],
        WebP(RiffChunk("VP8X", [0x0C, 0, 0, 0, 63, 0, 0, 47, 0, 0]), Webp[30..], RiffChunk("EXIF", Exif(6)), RiffChunk("XMP ", SecretBytes)),
        Gif(GifExtension(0xFF, Bytes("NETSCAPE2.0"), [1, 0, 0]), GifExtension(0xFE, SecretBytes), [0x3B, .. SecretBytes]),
        [
            .. Box("ftyp", Bytes("isom\0\0\u0002\0isommp41")), .. Box("mdat", SecretBytes, new byte[200]),
            .. Box(
                "moov",
                Box("mvhd", new byte[100]),
                Box("udta", SecretBytes),
                Box(
                    "trak",
                    Box("tkhd", [0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]),
                    Box(
                        "mdia",
                        Box("hdlr", new byte[8], Bytes("meta"), new byte[13]),
                        Box(
                            "minf",
                            Box(
                                "stbl",
                                Box("stsz", new byte[4], [0, 0, 0, 9, 0, 0, 0, 2]),
                                Box("stsc", new byte[4], [0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1]),
                                Box("stco", new byte[4], [0, 0, 0, 1, 0, 0, 0, 32])))))),
        ],
        [.. Exif(6), .. new byte[100], .. Bytes($"<x:xmpmeta>{Secret}</x:xmpmeta>")],
        [.. Box("ftyp", Bytes("heic\0\0\0\0mif1heic")), .. new byte[50], .. Bytes("Exif\0\0"), .. Exif(6, little: true), .. new byte[50]],
    ];

    private static readonly byte[] Telling = [0x00, 0x01, 0x08, 0x3B, 0x7F, 0x80, 0xD9, 0xDA, 0xE1, 0xFE, 0xFF];

    // A byte changed, a piece repeated or missing, four bytes that say "as long as can be".
    private static readonly Gen<Func<byte[], byte[]>> Harm = Gen.Select(Gen.Int[0, 5], Gen.Double.Unit, Gen.Int[1, 40], Gen.Byte).Select(
        (kind, where, length, value) => new Func<byte[], byte[]>(
            file =>
            {
                var at = (int)(where * (file.Length - 1));
                var end = Math.Min(at + length, file.Length);
                return kind switch
                {
                    0 => [.. file[..at], value, .. file[(at + 1)..]],
                    1 => [.. file[..at], Telling[value % Telling.Length], .. file[(at + 1)..]],
                    2 => [.. file[..end], .. file[at..]],
                    3 => [.. file[..at], .. file[end..]],
                    4 => [.. file[..at], .. Enumerable.Repeat((byte)(value % 2 == 0 ? 0xFF : 0x7F), Math.Min(4, file.Length - at)), .. file[Math.Min(at + 4, file.Length)..]],
                    _ => file[..Math.Max(at, 1)],
                };
            }));

    private static Gen<(FileType Type, byte[] Bytes)> Broken(byte[][] files) => Gen.Select(
        Gen.OneOf(files), Harm.Array[1, 5],
        (file, harms) => (FileTypes.Of(file), harms.Aggregate(file, (harmed, harm) => harmed.Length > 0 ? harm(harmed) : harmed)));

    // What Skia makes of it; null: nothing, or it became too large to be looked at.
    private static (SKCodecResult Result, string Pixels)? Seen(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > 100_000)
            return null;
        using var bitmap = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.GetPixelSpan().Clear();
        return (codec.GetPixels(bitmap.Info, bitmap.GetPixels()), Convert.ToHexString(bitmap.GetPixelSpan()));
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_file_it_is_cleaned_or_only_saved()
    {
        await Broken(Whole).SampleAsync(
            async file =>
            {
                var (result, bytes) = await StrippedAsync(file.Bytes, file.Type);
                Assert.True(bytes.Length <= file.Bytes.Length);
                if (!result.Type.ShowsInline)
                    return;
                Assert.Equal(file.Type, result.Type);
                Assert.Equal(new Stripped(file.Type, false), (await StrippedAsync(bytes, file.Type)).Result);
            },
            iter: 30_000);
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_picture_it_looks_the_same_without_its_metadata()
    {
        await Broken(Whole[..4]).SampleAsync(
            async file =>
            {
                var (result, bytes) = await StrippedAsync(file.Bytes, file.Type);
                if (result.Type.ShowsInline && Seen(file.Bytes) is { Result: SKCodecResult.Success or SKCodecResult.IncompleteInput } seen)
                    Assert.Equal(seen, Seen(bytes));
            },
            iter: 10_000);
    }

    [Fact]
    public async Task Whole_ones_lose_their_secret()
    {
        foreach (var file in Whole)
            await WithoutSecretAsync(file);
    }

    public static TheoryData<string, string, string> Endless => new()
    {
        { "image/jpeg", "\u00ff\u00d8", "\u00ff\u00fe\0\u0002" },
        { "image/jpeg", "\u00ff\u00d8", "\u00ff\u00db\0\u0002\u00ff\u00fe\0\u0002" },
        { "image/jpeg", "\u00ff\u00d8\u00ff\u00da\0\u0002", "\u00ff\0" },
        { "image/jpeg", "\u00ff\u00d8", "\u00ff" },
        { "image/png", "\u0089PNG\r\n\u001a\n\0\0\0\0IHDR\0\0\0\0", "\0\0\0\0tEXt\0\0\0\0" },
        { "image/png", "\u0089PNG\r\n\u001a\n\0\0\0\0IHDR\0\0\0\0", "\0\0\0\0IDAT\0\0\0\0\0\0\0\0tEXt\0\0\0\0" },
        { "image/webp", "RIFF\u00f4\u00ff\u00ff\0WEBP", "ABCD\0\0\0\0VP8 \0\0\0\0" },
        { "image/gif", "GIF89a\u0001\0\u0001\0\0\0\0", "!\u00fe\0!\u00f9\0" },
        { "image/gif", "GIF89a\u0001\0\u0001\0\0\0\0!\u00fe", "\u0001!" },
        { "video/mp4", "", "\0\0\0\u0008udta" },
        { "video/mp4", "\0\u00ff\u00ff\u00f0moov", "\0\0\0\u0010trak\0\0\0\u0008mdia" },
        { "image/tiff", "", "II*\0\u0008\0\0\0" },
        { "image/tiff", "", "MM\0*\0\0\0\u0008" },
        { "image/tiff", "II*\0\u0008\0\0\0", "\u0001\0\u0025\u0088\u0004\0\u0001\0\0\0\u0008\0\0\0" },
        { "image/heic", "", "<x:xmpmeta" },
        { "image/heic", "", "<x:xmpmeta></x:xmpmeta>" },
    };

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task Four_megabytes_of_the_least_pieces_cost_a_moment_and_memory_in_proportion(string contentType, string begin, string piece)
    {
        var file = new byte[4 * 1024 * 1024];
        Bytes(begin).CopyTo(file, 0);
        var (pieces, at) = (Bytes(piece), begin.Length);
        for (; at + pieces.Length <= file.Length; at += pieces.Length)
            pieces.CopyTo(file, at);

        // Were it slower than in proportion, a million pieces would take hours.
        var allocated = await Task.Run(async () =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var stripping = Metadata.StripAsync(
                new MemoryStream(file, writable: false), Stream.Null, new FileType(contentType, FileKind.Image, true), CancellationToken.None);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(stripping.IsCompleted, "It has not all been done on this thread, whose memory was counted.");
            await stripping;
            return allocated;
        }).InPatienceAsync();

        // Over all the time, not at once: up to 110 bytes for each byte of such a file.
        Assert.InRange(allocated, 0, 160L * file.Length);
    }

    [Fact]
    public async Task A_picture_full_of_pointers_to_positions_costs_a_moment()
    {
        // Every entry of every directory points to another directory, far from the one before.
        static byte[] Directory(int tag, Func<int, int> value) =>
        [
            .. Number(512, 2, true),
            .. Enumerable.Range(0, 512).SelectMany(i => (byte[])[.. Number(tag, 2, true), .. Number(4, 2, true), .. Number(1000, 4, true), .. Number(value(i), 4, true)]),
            .. Number(8, 4, true),
        ];
        byte[] block = [.. "II*\0"u8, .. Number(8, 4, true), .. Directory(0x8825, i => i % 2 == 0 ? 10_000 : 100_000)];
        byte[] all = [.. block, .. new byte[10_000 - block.Length], .. Directory(1, _ => 20_000), .. new byte[84_000], .. Directory(1, _ => 20_000)];
        byte[] file = [.. Enumerable.Repeat(all, 64).SelectMany(each => each)];

        var (result, _) = await Task.Run(() => StrippedAsync(file)).InPatienceAsync();

        Assert.Equal(FileKind.Image, result.Type.Kind);
    }

    [Fact]
    public async Task A_length_takes_no_memory()
    {
        byte[][] heads =
        [
            [.. Png[..33], 0x7F, 0xFF, 0xFF, 0xFF, .. "tEXt"u8], [.. "RIFF"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. "WEBPVP8 "u8, 0xFF, 0xFF, 0xFF, 0x7F],
            [0, 0, 0, 1, .. "ftyp"u8, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, .. "isom"u8], [.. "II*\0"u8, 0xFF, 0xFF, 0xFF, 0x7F],
        ];
        foreach (var head in heads)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            await StrippedAsync(head, FileTypes.Of(head));
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 512 * 1024);
        }
    }

    [Fact]
    public async Task A_large_file_is_never_in_memory()
    {
        var file = new byte[64 * 1024 * 1024];
        byte[] head = [.. Whole[4], .. Number(file.Length - Whole[4].Length, 4, false), .. "mdat"u8];
        head.CopyTo(file, 0);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var result = await Metadata.StripAsync(new MemoryStream(file, writable: false), Stream.Null, FileTypes.Of(file), CancellationToken.None);

        Assert.Equal(new Stripped(FileTypes.Of(file), true), result);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1024 * 1024);
    }

    [Fact]
    public async Task One_who_does_not_wait_any_longer_is_heard()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Metadata.StripAsync(new MemoryStream(Jpeg), Stream.Null, FileTypes.Of(Jpeg), gone.Token));
    }
}
