using System.Text;
using BlazorChat.Tests.Core.Files.Stripping;
using SkiaSharp;

namespace BlazorChat.Tests.Features.Files.Inspecting;

/// <summary>A chat that keeps what came.</summary>
public sealed class KeepingApp() : ChatApp([("Chat:Files:KeepOriginals", "true")]);

/// <summary>What is found in a file before anybody else may have it.</summary>
public sealed class InspectionTests(ChatApp app, KeepingApp keeping) : IClassFixture<ChatApp>, IClassFixture<KeepingApp>
{
    private static readonly byte[] Photo = Photograph(SKEncodedImageFormat.Jpeg, orientation: 6);

    [Fact]
    public async Task A_photograph_is_shown_upright_and_says_nothing_of_where_it_was_taken()
    {
        var (ada, shared) = await ShareAsync(app, "photo.jpg", Photo);

        var got = await ada.GetAsync(shared.FileUrl!);

        Assert.Equal(("image/jpeg", "image", 48, 64), (shared.File!.ContentType, shared.File.Kind, shared.File.Width, shared.File.Height));
        Assert.True(Photo.AsSpan().IndexOf(Made.SecretBytes) > 0);
        Assert.Equal(-1, got.Bytes.AsSpan().IndexOf(Made.SecretBytes));
        await StoredBytes.UntilAsync(() => !app.AllBytes().Any(HoldsTheSecret), "what came is deleted");
        using var codec = SKCodec.Create(new MemoryStream(got.Bytes));
        Assert.Equal(SKEncodedOrigin.RightTop, codec.EncodedOrigin);
    }

    [Fact]
    public async Task Its_small_picture_is_upright_webp()
    {
        var (ada, shared) = await ShareAsync(app, "photo.jpg", Photo);

        var small = await ada.GetAsync(shared.File!.ThumbnailUrl!);

        Assert.Equal((200, "image/webp", "nosniff"), (small.Status, small.ContentType, small.Header("X-Content-Type-Options")));
        using var codec = SKCodec.Create(new MemoryStream(small.Bytes));
        Assert.Equal((SKEncodedImageFormat.Webp, 48, 64), (codec.EncodedFormat, codec.Info.Width, codec.Info.Height));
        Assert.Equal(404, (await (await app.SignUpAsync("eve")).GetAsync(shared.File.ThumbnailUrl!.Replace(shared.File.FileId, "none", StringComparison.Ordinal))).Status);
    }

    [Fact]
    public async Task What_came_is_kept_only_where_that_is_configured_and_for_its_sender_alone()
    {
        var (ada, shared) = await ShareAsync(keeping, "photo.jpg", Photo);
        var eve = await keeping.SignUpAsync("eve");

        Assert.Equal(Photo, (await ada.GetAsync(shared.FileUrl + "?original=true")).Bytes);
        Assert.Equal(404, (await eve.GetAsync(shared.FileUrl + "?original=true")).Status);
        Assert.Equal(-1, (await eve.GetAsync(shared.FileUrl!)).Bytes.AsSpan().IndexOf(Made.SecretBytes));
        await ada.DeleteAsync(shared);
        await StoredBytes.UntilAsync(() => keeping.AllBytes().Length == 0, "both are gone with their message");
    }

    [Fact]
    public async Task Where_it_is_not_configured_there_is_no_original()
    {
        var (ada, shared) = await ShareAsync(app, "photo.jpg", Photo);

        Assert.Equal(404, (await ada.GetAsync(shared.FileUrl + "?original=true")).Status);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "picture.png", "text/plain")]
    [InlineData("<!doctype html><script>alert(1)</script>", "page.jpg", "text/plain")]
    [InlineData("%PDF-1.7\n1 0 obj", "report.png", "application/pdf")]
    [InlineData("8BPS\0\u0001\0\0\0\0\0\0", "layers.png", "image/vnd.adobe.photoshop")]
    [InlineData("II*\0\u0008\0\0\0\0\0\0\0", "scan.png", "image/tiff")]
    [InlineData("GIF89a/*\0", "script.gif", "application/octet-stream")]
    public async Task What_is_not_harmless_is_never_shown_whatever_it_is_called(string content, string name, string type)
    {
        var (ada, shared) = await ShareAsync(app, name, Encoding.Latin1.GetBytes(content));

        using var got = await ada.Http.GetAsync(shared.FileUrl, TestContext.Current.CancellationToken);

        Assert.Equal(type, got.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", got.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Null(shared.File!.ThumbnailUrl);
    }

    [Fact]
    public async Task A_picture_that_is_too_large_to_be_shown_is_a_file_to_download()
    {
        var (ada, shared) = await ShareAsync(app, "bomb.png", PngFile.Black(60_000, 60_000)[..5_000]);

        using var got = await ada.Http.GetAsync(shared.FileUrl, TestContext.Current.CancellationToken);

        Assert.Equal(("attachment", null, null), (got.Content.Headers.ContentDisposition!.DispositionType, shared.File!.ThumbnailUrl, shared.File.Width));
        Assert.Equal(404, (await ada.GetAsync($"/chat/files/{shared.File.FileId}/thumbnail")).Status);
    }

    private static async Task<(ChatClient Ada, MessageJson Shared)> ShareAsync(ChatApp app, string name, byte[] bytes)
    {
        var ada = await app.SignUpAsync("ada");
        return (ada, await ada.ShareAsync(await ada.CreateRoomAsync(), name, bytes));
    }

    private static byte[] Photograph(SKEncodedImageFormat format, byte orientation)
    {
        var plain = Made.Picture(format);
        return [.. plain[..2], .. Made.ExifSegment(orientation), .. plain[2..]];
    }

    private bool HoldsTheSecret(string path)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(app.Data, path)).AsSpan().IndexOf(Made.SecretBytes) >= 0;
        }
        catch (FileNotFoundException)
        {
            return false; // deleted since it was listed
        }
    }
}
