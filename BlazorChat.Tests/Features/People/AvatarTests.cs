using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using BlazorChat.Tests.Features.Files.Images;
using SkiaSharp;

namespace BlazorChat.Tests.Features.People;

public sealed class AvatarTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task A_picture_becomes_a_square_of_256_pixels(SKEncodedImageFormat format)
    {
        var ada = await app.SignUpAsync("ada");

        var set = await SetAsync(ada, Picture(400, 300, format));
        var picture = await ada.GetAsync(set["avatar_url"].GetString()!);

        Assert.Equal((200, "image/webp"), (picture.Status, picture.ContentType));
        using var codec = SKCodec.Create(new MemoryStream(picture.Bytes));
        Assert.Equal((SKEncodedImageFormat.Webp, 256, 256), (codec.EncodedFormat, codec.Info.Width, codec.Info.Height));
    }

    [Fact]
    public async Task However_the_camera_was_held_the_square_is_upright()
    {
        var ada = await app.SignUpAsync("ada");

        foreach (var origin in Enum.GetValues<SKEncodedOrigin>().Distinct())
        {
            var set = await SetAsync(ada, Photograph.Taken(160, 80, origin, SKEncodedImageFormat.Jpeg));
            using var square = SKBitmap.Decode((await ada.GetAsync(set["avatar_url"].GetString()!)).Bytes);

            Assert.Equal(Photograph.Quarters, Photograph.Seen(square));
        }
    }

    [Fact]
    public async Task A_picture_may_be_kept_for_ever_because_another_has_another_address()
    {
        var ada = await app.SignUpAsync("ada");
        var first = (await SetAsync(ada, Picture(20, 20, SKEncodedImageFormat.Png)))["avatar_url"].GetString()!;
        var second = (await SetAsync(ada, Picture(30, 20, SKEncodedImageFormat.Png, SKColors.Blue)))["avatar_url"].GetString()!;

        var picture = await ada.GetAsync(second);

        Assert.NotEqual(first, second);
        Assert.Contains("immutable", picture.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.DoesNotContain("immutable", (await ada.GetAsync(first)).Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("nosniff", picture.Header("X-Content-Type-Options"));
        using var again = new HttpRequestMessage(HttpMethod.Get, second);
        again.Headers.IfNoneMatch.Add(new(picture.Header("ETag")!));
        Assert.Equal(304, (await ada.SendAsync(again)).Status);
    }

    [Fact]
    public async Task A_picture_is_told_and_can_be_taken_away()
    {
        var ada = await app.SignUpAsync("ada");
        await using var stream = await ada.OpenStreamAsync("general");

        var url = (await SetAsync(ada, PngFile.Black(8, 8)))["avatar_url"].GetString()!;
        Assert.Equal(url, (await stream.NextAsync("profile"))["avatar_url"].GetString());
        Assert.Equal(204, (await ada.DeleteAsync("/auth/me/avatar")).Status);

        Assert.Null((await stream.NextAsync("profile"))["avatar_url"].GetString());
        Assert.Equal(404, (await ada.GetAsync(url)).Status);
    }

    [Fact]
    public async Task Pictures_are_for_those_who_are_signed_in()
    {
        var ada = await app.SignUpAsync("ada");
        var url = (await SetAsync(ada, PngFile.Black(8, 8)))["avatar_url"].GetString()!;

        Assert.Equal(401, (await app.Anonymous.GetAsync(url)).Status);
    }

    public static TheoryData<string> Hostile => ["huge", "wide", "svg", "html", "truncated", "empty", "bomb"];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_is_no_decent_picture_is_refused(string kind)
    {
        var ada = await app.SignUpAsync("ada");
        var bytes = kind switch
        {
            "huge" => PngFile.Black(60_000, 60_000),
            "wide" => PngFile.Black(1_000_000, 2),
            "svg" => Encoding.UTF8.GetBytes("""<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>"""),
            "html" => Encoding.UTF8.GetBytes("<!DOCTYPE html><script>alert(1)</script>"),
            "truncated" => Noise(200, 200)[..2000],
            "bomb" => PngFile.Black(8_000, 8_000),
            _ => [],
        };

        var refused = await SetAsync(ada, bytes, expected: 400);

        Assert.Equal(["avatar"], refused.Errors);
        Assert.Null((await ada.GetAsync("/auth/me"))["avatar_url"].GetString());
    }

    [Fact]
    public async Task More_than_two_mebibytes_are_not_even_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/auth/me/avatar");
        request.Content = ProfileTests.Image(new byte[2 * 1024 * 1024 + 1]);
        // Refused by its length, it need not be sent at all.
        request.Headers.ExpectContinue = true;

        var refused = await (await app.SignUpAsync("ada")).SendAsync(request);

        Assert.Equal((413, "too_large"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task The_page_takes_a_picture_too()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var page = await ada.OpenAsync("/account/manage");
        var form = new MultipartFormDataContent();
        var upload = page.Forms.Single(f => f.QuerySelector("input[type=file]") is not null);
        foreach (var hidden in upload.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
            form.Add(new StringContent(hidden.Value), hidden.Name!);
        // Larger than what is taken elsewhere.
        form.Add(ProfileTests.Image(Noise(400, 400)), "Picture", "me.png");

        var answer = await ada.Client.PostAsync("/account/manage", form);

        Assert.Contains("Your picture is changed", answer.Text, StringComparison.Ordinal);
        Assert.NotNull((await ada.Client.GetAsync("/auth/me"))["avatar_url"].GetString());
    }

    private static async Task<Reply> SetAsync(ChatClient who, byte[] picture, int expected = 200)
    {
        var set = await who.SendAsync(HttpMethod.Put, "/auth/me/avatar", ProfileTests.Image(picture));
        Assert.Equal(expected, set.Status);
        return set;
    }

    private static byte[] Picture(int width, int height, SKEncodedImageFormat format, SKColor? color = null)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(color ?? SKColors.Red);
        return bitmap.Encode(format, 90).ToArray();
    }

    private static byte[] Noise(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        var random = new Random(1);
        for (var x = 0; x < width; x++)
            for (var y = 0; y < height; y++)
                bitmap.SetPixel(x, y, new SKColor((uint)random.Next() | 0xFF000000));
        return bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
    }
}
