using System.IO.Compression;
using System.Text;
using BlazorChat.Core.Files;
using BlazorChat.Core.Files.Types;
using CsCheck;
using SkiaSharp;

namespace BlazorChat.Tests.Core.Files;

public sealed class FileTypeTests
{
    private static readonly string[] Harmless =
    [
        "image/png", "image/jpeg", "image/gif", "image/webp", "audio/mpeg", "audio/ogg", "audio/wav", "audio/flac", "audio/mp4",
        "audio/webm", "video/mp4", "video/webm", "video/ogg",
    ];

    [Theory]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0\u000dIHDR\0\0\0\u0001", "image/png", FileKind.Image)]
    [InlineData("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0", "image/jpeg", FileKind.Image)]
    [InlineData("\u00ff\u00d8\u00ff", "image/jpeg", FileKind.Image)]
    [InlineData("GIF87a\u0001\0\u0001\0", "image/gif", FileKind.Image)]
    [InlineData("GIF89a\u0001\0\u0001\0", "image/gif", FileKind.Image)]
    [InlineData("RIFF\u0001\0\0\0WEBPVP8 \0\0\0\0", "image/webp", FileKind.Image)]
    [InlineData("ID3\u0003\0\0\0\0\0\0", "audio/mpeg", FileKind.Audio)]
    [InlineData("OggS\0\u0002\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\u001e\u0001vorbis\0", "audio/ogg", FileKind.Audio)]
    [InlineData("OggS\0\u0002\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\u0013OpusHead\u0001", "audio/ogg", FileKind.Audio)]
    [InlineData("OggS\0\u0002\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0001\u002a\u0080theora\0", "video/ogg", FileKind.Video)]
    [InlineData("RIFF\u0024\0\0\0WAVEfmt \u0010\0\0\0", "audio/wav", FileKind.Audio)]
    [InlineData("fLaC\0\0\0\u0022\u0010\0", "audio/flac", FileKind.Audio)]
    [InlineData("\0\0\0\u0014ftypM4A \0\0\u0002\0M4A ", "audio/mp4", FileKind.Audio)]
    [InlineData("\0\0\0\u0014ftypisom\0\0\u0002\0isom", "video/mp4", FileKind.Video)]
    [InlineData("\0\0\0\u0014ftypmp42\0\0\0\0isom", "video/mp4", FileKind.Video)]
    [InlineData("\0\0\0\u0014ftypM4V \0\0\0\0M4V ", "video/mp4", FileKind.Video)]
    [InlineData("\0\0\0\u0018ftypXAVC\0\0\0\0XAVCmp42", "video/mp4", FileKind.Video)]
    [InlineData("\u001aE\u00df\u00a3\u0087\u0042\u0082\u0084webm", "video/webm", FileKind.Video)]
    [InlineData("\u001aE\u00df\u00a3\u0087\u0042\u0082\u0084webm\u0018S\u0080g\u0001\u00ff\u0086\u0086A_OPUS", "audio/webm", FileKind.Audio)]
    [InlineData("\u001aE\u00df\u00a3\u0087\u0042\u0082\u0084webm\u0018S\u0080g\u0001\u00ff\u0086\u0086A_OPUS\u0086\u0085V_VP9", "video/webm", FileKind.Video)]
    public void What_browsers_show_harmlessly_is_shown(string head, string contentType, FileKind kind)
    {
        Assert.Equal(new FileType(contentType, kind, true), FileTypes.Of(Encoding.Latin1.GetBytes(head)));
    }

    [Theory]
    [InlineData("%PDF-1.7\n", "application/pdf", FileKind.Document)]
    [InlineData("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3", "application/pdf", FileKind.Document)]
    [InlineData("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1\0", "application/x-ole-storage", FileKind.Document)]
    [InlineData("PK\u0005\u0006\0\0\0\0", "application/zip", FileKind.Archive)]
    [InlineData("\u001f\u008b\u0008\0", "application/gzip", FileKind.Archive)]
    [InlineData("7z\u00bc\u00af\u0027\u001c\0", "application/x-7z-compressed", FileKind.Archive)]
    [InlineData("Rar!\u001a\u0007\u0001\0", "application/vnd.rar", FileKind.Archive)]
    [InlineData("BZh91AY&SY\u00ff", "application/x-bzip2", FileKind.Archive)]
    [InlineData("\u00fd7zXZ\0", "application/x-xz", FileKind.Archive)]
    [InlineData("\u0028\u00b5\u002f\u00fd\0", "application/zstd", FileKind.Archive)]
    [InlineData("II*\0\u0008\0\0\0", "image/tiff", FileKind.Image)]
    [InlineData("MM\0*\0\0\0\u0008", "image/tiff", FileKind.Image)]
    [InlineData("8BPS\0\u0001\0\0", "image/vnd.adobe.photoshop", FileKind.Image)]
    [InlineData("BM\u00f6\0\0\0\0\0\0\0\u0036\0\0\0\u0028\0\0\0", "image/bmp", FileKind.Image)]
    [InlineData("\0\0\u0001\0\u0001\0\u0010\u0010\0\0", "image/vnd.microsoft.icon", FileKind.Image)]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "image/heic", FileKind.Image)]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic", "image/heic", FileKind.Image)]
    [InlineData("\0\0\0\u0014ftypmif1\0\0\0\0mif1", "image/heif", FileKind.Image)]
    [InlineData("\0\0\0\u0018ftypavif\0\0\0\0avifmif1", "image/avif", FileKind.Image)]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0mif1avif", "image/avif", FileKind.Image)]
    [InlineData("\0\0\0\u0014ftypqt  \0\0\0\0qt  ", "video/quicktime", FileKind.Video)]
    [InlineData("\0\0\0\u0018ftypqt  \0\0\0\0isommp42", "video/quicktime", FileKind.Video)]
    [InlineData("\0\0\0\u0018ftyp3gp4\0\0\0\0isom3gp4", "video/3gpp", FileKind.Video)]
    [InlineData("\0\0\0\u0008wide\0\0\0\0mdat", "video/quicktime", FileKind.Video)]
    [InlineData("\u001aE\u00df\u00a3\u008b\u0042\u0082\u0088matroska", "video/matroska", FileKind.Video)]
    [InlineData("RIFF\u0024\0\0\0AVI LIST", "video/vnd.avi", FileKind.Video)]
    public void What_is_known_but_not_harmless_is_only_saved(string head, string contentType, FileKind kind)
    {
        Assert.Equal(new FileType(contentType, kind, false), FileTypes.Of(Encoding.Latin1.GetBytes(head)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Hello")]
    [InlineData("\ufeffGrüße, 世界 😀\r\n\tnext\f")]
    [InlineData("\u001b[31mred\u001b[0m")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("<?xml version='1.0'?><?xml-stylesheet href='x.xsl'?>")]
    [InlineData("GIF89a/*  */=1;alert(1)")]
    [InlineData("BM is my car")]
    [InlineData("MZ is not a program")]
    [InlineData("ID3 is a tag")]
    [InlineData("#!/bin/sh\nrm -rf .")]
    [InlineData("{\\rtf1 }")]
    public void All_that_is_text_is_plain_text(string text)
    {
        Assert.Equal(new FileType("text/plain; charset=utf-8", FileKind.Document, false), FileTypes.Of(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u0007b")]
    [InlineData("Gr\u00fc\u00dfe in Latin-1")]
    [InlineData("\u00ff\u00feH\0i\0")]
    [InlineData("\u00c0\u00af overlong")]
    [InlineData("\u00ed\u00a0\u0080 a surrogate")]
    [InlineData("MZ\u0090\0\u0003")]
    [InlineData("\u007fELF\u0002\u0001")]
    [InlineData("\u00cf\u00fa\u00ed\u00fe")]
    [InlineData("\u00ca\u00fe\u00ba\u00be\0")]
    [InlineData("\u0089PNG\r\n\u001a\n")]
    [InlineData("\u0089PNG\r\n\u001a\n<script>alert(1)</script>")]
    [InlineData("GIF8\0")]
    [InlineData("RIFF\u0001\0\0\0WEBP<script>")]
    [InlineData("\u00ff\u00fb")]
    [InlineData("\0\0\0\u0014ftyp????\0\0\0\0????")]
    [InlineData("\0\0\0\u0004ftypisom\0\0\0\0isom")]
    [InlineData("\u001aE\u00df\u00a3")]
    [InlineData("\u001aE\u00df\u00a3\u0087\u0042\u0082\u0084wbem")]
    [InlineData("\u001aE\u00df\u00a3\u0087\u0042\u0082\u00ffwebm")]
    public void What_is_not_understood_is_bytes(string head)
    {
        Assert.Equal(FileType.Unknown, FileTypes.Of(Encoding.Latin1.GetBytes(head)));
    }

    [Fact]
    public void A_script_behind_a_picture_head_stays_a_picture()
    {
        Assert.Equal("image/gif", FileTypes.Of("GIF89a\u0001\0\u0001\0\0\0\0<script>alert(1)</script>"u8).ContentType);
    }

    [Fact]
    public void The_head_of_a_text_may_end_within_a_character()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a😀", 2000)));

        for (var length = FileTypes.HeadBytes - 4; length < FileTypes.HeadBytes + 4; length++)
            Assert.Equal(FileType.Text, FileTypes.Of(text.AsSpan(0, length)));
    }

    [Fact]
    public void Nothing_behind_the_head_counts()
    {
        var text = Encoding.UTF8.GetBytes(new string('a', FileTypes.HeadBytes) + '\0');

        Assert.Equal(FileType.Text, FileTypes.Of(text));
    }

    [Fact]
    public void An_mp3_without_a_tag_is_found_by_two_frames_that_follow_each_other()
    {
        const int frame = 417; // 144 * 128 kbit/s / 44.1 kHz
        var sound = new byte[frame + 4];
        byte[] header = [0xFF, 0xFB, 0x90, 0x00];
        header.CopyTo(sound, 0);
        Assert.Equal(FileType.Unknown, FileTypes.Of(sound));

        header.CopyTo(sound, frame);

        Assert.Equal(new FileType("audio/mpeg", FileKind.Audio, true), FileTypes.Of(sound));
    }

    [Theory]
    [InlineData("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileKind.Document)]
    [InlineData("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FileKind.Document)]
    [InlineData("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation", FileKind.Document)]
    [InlineData("photos/word/1.jpg", "application/zip", FileKind.Archive)]
    public void A_zip_is_what_its_entries_say(string entry, string contentType, FileKind kind)
    {
        var zip = Zip(("[Content_Types].xml", "<Types/>", true), ("_rels/.rels", "<Relationships/>", true), (entry, "<a/>", true));

        Assert.Equal(new FileType(contentType, kind, false), FileTypes.Of(zip));
    }

    [Theory]
    [InlineData("application/vnd.oasis.opendocument.text", FileKind.Document)]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet", FileKind.Document)]
    [InlineData("application/vnd.oasis.opendocument.presentation", FileKind.Document)]
    [InlineData("application/epub+zip", FileKind.Document)]
    public void An_open_document_says_what_it_is_first(string contentType, FileKind kind)
    {
        Assert.Equal(new FileType(contentType, kind, false), FileTypes.Of(Zip(("mimetype", contentType, false), ("content.xml", "<a/>", true))));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/epub+zip\r\nSet-Cookie: a=b")]
    public void A_zip_cannot_call_itself_what_it_likes(string declared)
    {
        Assert.Equal("application/zip", FileTypes.Of(Zip(("mimetype", declared, false))).ContentType);
    }

    [Fact]
    public void A_tar_is_known_by_what_stands_in_its_middle()
    {
        using var tar = new MemoryStream();
        using (var writer = new System.Formats.Tar.TarWriter(tar, leaveOpen: true))
            writer.WriteEntry(new System.Formats.Tar.PaxTarEntry(System.Formats.Tar.TarEntryType.Directory, "folder"));

        Assert.Equal(new FileType("application/x-tar", FileKind.Archive, false), FileTypes.Of(tar.ToArray()));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp")]
    public void Real_pictures_are_found(SKEncodedImageFormat format, string contentType)
    {
        using var bitmap = new SKBitmap(8, 8);

        Assert.Equal(contentType, FileTypes.Of(bitmap.Encode(format, 80).ToArray()).ContentType);
    }

    [Fact]
    public void Whatever_the_bytes_are_only_the_harmless_are_shown_and_nothing_is_active()
    {
        var heads = Gen.Select(Gen.OneOf(Begins), Gen.Byte.Array[0, 300], (begin, rest) => (byte[])[.. begin, .. rest]);

        heads.Sample(
            head =>
            {
                var type = FileTypes.Of(head);
                Assert.False(type.ShowsInline && !Harmless.Contains(type.ContentType));
                Assert.DoesNotMatch("html|xml(?!formats)|svg|script", type.ContentType);
                Assert.Equal(type, FileTypes.Of(head));
            },
            iter: 20_000);
    }

    private static readonly byte[][] Begins =
    [
        [], .. new[]
        {
            "\u0089PNG\r\n\u001a\n\0\0\0\u000dIHDR", "\u00ff\u00d8\u00ff", "GIF89a", "RIFF\0\0\0\0WEBPVP8", "OggS\0", "\u001aE\u00df\u00a3",
            "\0\0\0\u0020ftyp", "\0\0\0\u0020ftypmif1", "PK\u0003\u0004", "PK\u0003\u0004\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\u0008\0\0\0mimetype",
            "\u00ff\u00fb\u0090", "<html>", "<svg>", "ID3", "MZ",
        }.Select(Encoding.Latin1.GetBytes),
    ];

    private static byte[] Zip(params (string Name, string Text, bool Compressed)[] entries)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text, compressed) in entries)
            {
                var level = compressed ? CompressionLevel.Optimal : CompressionLevel.NoCompression;
                using var entry = archive.CreateEntry(name, level).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return zip.ToArray();
    }
}
