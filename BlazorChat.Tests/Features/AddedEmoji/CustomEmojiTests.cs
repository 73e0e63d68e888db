using BlazorChat.Tests.Safety;
using SkiaSharp;

namespace BlazorChat.Tests.Features.AddedEmoji;

public sealed class CustomEmojiTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task An_emoji_is_added_listed_shown_and_removed()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var name = Name();

        Assert.Equal(204, (await PutAsync(ada, name.ToUpperInvariant(), Picture(SKEncodedImageFormat.Png, 300, 200))).Status);

        var listed = await FindAsync(grace, name);
        Assert.Equal(ada.UserId, listed!.Value.GetProperty("user_id").GetString());
        var picture = await grace.GetAsync(listed.Value.GetProperty("url").GetString()!);
        Assert.Equal("image/webp", picture.ContentType);
        using var shown = SKBitmap.Decode(picture.Bytes);
        Assert.Equal((128, 85), (shown.Width, shown.Height));
        Assert.Equal(403, (await grace.DeleteAsync($"/chat/emoji/{name}")).Status);
        Assert.Equal(403, (await PutAsync(grace, name, Picture(SKEncodedImageFormat.Png, 8, 8))).Status);
        Assert.Equal(204, (await ada.DeleteAsync($"/chat/emoji/{name}")).Status);
        Assert.Null(await FindAsync(grace, name));
        Assert.Equal(404, (await grace.GetAsync($"/chat/emoji/{name}")).Status);
        Assert.Equal(404, (await ada.DeleteAsync($"/chat/emoji/{name}")).Status);
    }

    [Theory]
    [InlineData("tada", 409)]
    [InlineData("TADA", 409)]
    [InlineData("a", 400)]
    [InlineData("12", 400)]
    [InlineData("two%20words", 400)]
    [InlineData("%3Acolons%3A", 400)]
    [InlineData("naïve", 400)]
    [InlineData("x%0A", 400)]
    [InlineData("abcdefghijklmnopqrstuvwxyz_1234567", 400)]
    public async Task A_name_that_is_none_or_means_something_else_is_refused(string name, int status)
    {
        Assert.Equal(status, (await PutAsync(await app.SignUpAsync("ada"), name, Stage.Pixel)).Status);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("GIF89a")]
    [InlineData("")]
    public async Task What_is_no_picture_is_refused(string body)
    {
        Assert.Equal(400, (await PutAsync(await app.SignUpAsync("ada"), Name(), System.Text.Encoding.UTF8.GetBytes(body))).Status);
    }

    [Fact]
    public async Task A_picture_that_is_too_large_is_refused()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Equal(400, (await PutAsync(ada, Name(), Picture(SKEncodedImageFormat.Png, 4096, 16))).Status);
        Assert.Equal(400, (await PutAsync(ada, Name(), Picture(SKEncodedImageFormat.Jpeg, 8, 8))).Status);
    }

    [Theory]
    [InlineData(64, 3, 204)]
    [InlineData(64, 250, 400)]
    [InlineData(1024, 2, 400)]
    public async Task One_that_moves_is_kept_as_it_came_if_it_is_small(int side, int frames, int status)
    {
        var ada = await app.SignUpAsync("ada");
        var (name, gif) = (Name(), MovingGif(side, frames));

        Assert.Equal(status, (await PutAsync(ada, name, gif)).Status);

        if (status == 204)
        {
            var picture = await ada.GetAsync($"/chat/emoji/{name}");
            Assert.Equal("image/gif", picture.ContentType);
            Assert.Equal(gif, picture.Bytes);
        }
    }

    [Fact]
    public async Task It_is_a_reaction_as_long_as_it_is_there()
    {
        var ada = await app.SignUpAsync("ada");
        var name = Name();
        await PutAsync(ada, name, Stage.Pixel);
        var message = await ada.SayAsync(await ada.CreateRoomAsync(), "Hello");

        Assert.Equal(200, (await ada.ReactAsync(message, $":{name}:")).Status);
        await ada.DeleteAsync($"/chat/emoji/{name}");

        Assert.Equal(400, (await (await app.SignUpAsync("grace")).ReactAsync(message, $":{Name()}:")).Status);
        Assert.Equal(200, (await ada.UnreactAsync(message, $":{name}:")).Status);
    }

    [Fact]
    public async Task Every_stream_is_told_that_the_list_changed()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await using var stream = await grace.OpenStreamAsync();
        var name = Name();

        await PutAsync(ada, name, Stage.Pixel);

        var told = await stream.NextAsync("emoji");
        Assert.Contains(told["emoji"].EnumerateArray(), one => one.GetProperty("name").GetString() == name);
    }

    [Fact]
    public async Task The_emoji_of_a_deleted_account_stay()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var name = Name();
        await PutAsync(ada, name, Stage.Pixel);

        await Browser.DeleteAccountAsync(app, ada);

        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await FindAsync(grace, name))!.Value.GetProperty("user_id").ValueKind);
    }

    private static string Name() => "e" + Guid.NewGuid().ToString("N")[..12];

    private static async Task<System.Text.Json.JsonElement?> FindAsync(ChatClient person, string name) =>
        (await person.GetAsync("/chat/emoji"))["emoji"].EnumerateArray().Where(one => one.GetProperty("name").GetString() == name)
            .Select(one => (System.Text.Json.JsonElement?)one).SingleOrDefault();

    private static Task<Reply> PutAsync(ChatClient person, string name, byte[] picture) =>
        person.SendAsync(HttpMethod.Put, "/chat/emoji/" + name, new ByteArrayContent(picture));

    private static byte[] Picture(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.Teal);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    // The same pixel again and again: what counts is how many frames there are, and how large they are.
    private static byte[] MovingGif(int side, int frames)
    {
        byte[] size = [(byte)side, (byte)(side >> 8), (byte)side, (byte)(side >> 8)];
        byte[] frame = [0x21, 0xF9, 4, 0, 5, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0];
        return [.. "GIF89a"u8, .. size, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, .. Enumerable.Repeat(frame, frames).SelectMany(one => one), 0x3B];
    }
}
