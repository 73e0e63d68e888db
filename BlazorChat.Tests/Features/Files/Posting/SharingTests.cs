using System.Security.Cryptography;

namespace BlazorChat.Tests.Features.Files.Posting;

public sealed class SharingTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(300_000);

    [Fact]
    public async Task A_file_becomes_a_message_that_arrives_like_any_other()
    {
        var (ada, room) = await SetUpAsync();
        await using var stream = await ada.OpenStreamAsync(room);

        var sent = await ada.ShareAsync(room, "engine.bin", Bytes, "The engine", "one");

        var arrived = await stream.NextMessageAsync();
        var read = (await ada.HistoryAsync(room)).Messages.Last(m => m.Type != "system");
        foreach (var message in new[] { sent, arrived, read })
        {
            Assert.Equal(("file", "The engine", "one"), (message.Type, message.Text, message.ClientId));
            Assert.Equal(("engine.bin", Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(Bytes))), (message.File!.Name, message.File.Size, message.File.Sha256));
            Assert.Equal((message.File.Name, $"/chat/files/{message.File.FileId}/engine.bin"), (message.FileName, message.FileUrl));
        }
    }

    [Fact]
    public async Task A_file_comes_back_as_it_was_sent()
    {
        var (ada, room) = await SetUpAsync();

        var got = await ada.GetAsync((await ada.ShareAsync(room, "engine.bin", Bytes)).FileUrl!);

        Assert.Equal(200, got.Status);
        Assert.Equal(Bytes, got.Bytes);
    }

    [Fact]
    public async Task A_caption_is_no_must_but_is_held_to_the_limit()
    {
        var (ada, room) = await SetUpAsync();

        Assert.Equal("", (await ada.ShareAsync(room, "a.bin", Bytes, message: " \n ")).Text);
        Assert.Equal("", (await ada.ShareAsync(room, "a.bin", Bytes)).Text);
        Assert.Equal(["message"], (await ada.TryShareAsync(room, "a.bin", Bytes, new string('x', 1001))).Errors);
    }

    [Fact]
    public async Task A_caption_can_be_changed_and_taken_away_and_the_file_stays()
    {
        var (ada, room) = await SetUpAsync();
        var message = await ada.ShareAsync(room, "a.bin", Bytes, "Wrong");

        Assert.Equal("Right", (await ada.EditAsync(message, "Right"))["text"].GetString());
        var emptied = (await ada.EditAsync(message, "")).Read<MessageJson>();

        Assert.Equal(("", message.File), (emptied.Text, emptied.File));
    }

    [Fact]
    public async Task The_same_once_more_is_answered_with_the_first()
    {
        var (ada, room) = await SetUpAsync();
        var first = await ada.ShareAsync(room, "a.bin", Bytes, clientId: "once");

        var again = await ada.TryShareAsync(room, "a.bin", Bytes, clientId: "once");
        var other = await ada.TryShareAsync(room, "b.bin", [1, 2, 3], clientId: "once");

        Assert.Equal((200, 200), (again.Status, other.Status));
        Assert.Equal(first.File, again.Message().File);
        Assert.Equal(first.File, other.Message().File);
        Assert.Equal(Bytes, (await ada.GetAsync(first.FileUrl!)).Bytes);
        Assert.False(app.HasBytes(Convert.ToHexStringLower(SHA256.HashData([1, 2, 3]))));
    }

    [Fact]
    public async Task A_file_may_answer_a_message_and_be_answered()
    {
        var (ada, room) = await SetUpAsync();
        var asked = await ada.SayAsync(room, "Where is it?");
        using var form = Sharing.Form(room, "here.bin", Bytes);
        form.Add(new StringContent(asked.Id), "reply_to");

        var shared = (await ada.PostAsync("/chat/files", form)).Message();
        var html = (await ada.OpenHistoryHtmlAsync(room, await ada.SayAsync(room, "Thanks", replyTo: shared.Id)));

        Assert.Equal(asked.Id, shared.ReplyTo);
        Assert.Contains("here.bin", html.QuerySelector(".quote .excerpt")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fields_may_come_in_any_order()
    {
        var (ada, room) = await SetUpAsync();
        using var form = new MultipartFormDataContent
        {
            Sharing.FilePart(Bytes, "first.bin"),
            { new StringContent("Afterwards"), "message" },
            { new StringContent("whatever"), "unknown" },
            { new StringContent(room), "room_id" },
        };

        var shared = await ada.PostAsync("/chat/files", form);

        Assert.Equal(201, shared.Status);
        Assert.Equal("Afterwards", shared.Message().Text);
    }

    [Fact]
    public async Task What_cannot_be_shared_is_refused_and_leaves_nothing_behind()
    {
        var (ada, room) = await SetUpAsync();
        var before = app.AllBytes();

        Assert.Equal(404, (await ada.TryShareAsync("nowhere", "a.bin", Bytes)).Status);
        Assert.Equal(["file"], (await ada.TryShareAsync(room, "empty.bin", [])).Errors);
        Assert.Equal(["file"], (await ada.PostAsync("/chat/files", new MultipartFormDataContent { { new StringContent(room), "room_id" } })).Errors);
        Assert.Equal(["file"], (await ada.PostAsync("/chat/files", new MultipartFormDataContent
        {
            { new StringContent(room), "room_id" }, Sharing.FilePart(Bytes, "a"), Sharing.FilePart(Bytes, "b"),
        })).Errors);
        Assert.Equal(["file"], (await ada.PostAsync("/chat/files", new MultipartFormDataContent
        {
            { new StringContent(room), "room_id" }, { new StringContent("no file"), "file" },
        })).Errors);
        Assert.Equal(["client_id"], (await ada.TryShareAsync(room, "a.bin", Bytes, clientId: new string('x', 65))).Errors);
        Assert.Equal((415, "wrong_type"), Kind(await ada.PostAsync("/chat/files", new { room_id = room })));

        await StoredBytes.UntilAsync(() => app.AllBytes().SequenceEqual(before), "nothing of it is left");
    }

    [Theory]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nhalf")]
    [InlineData("--b\r\nContent-Disposition: nonsense\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("--b\r\n\r\nx\r\n--b--\r\n")]
    [InlineData("no form at all")]
    [InlineData("")]
    public async Task A_form_that_cannot_be_read_is_refused(string body)
    {
        var (ada, _) = await SetUpAsync();
        using var form = new StringContent(body);
        form.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        var before = app.AllBytes();

        var refused = await ada.PostAsync("/chat/files", form);

        Assert.True(refused.Status is 400 or 404, refused.ToString());
        await StoredBytes.UntilAsync(() => app.AllBytes().SequenceEqual(before), "nothing of it is left");
    }

    private async Task<(ChatClient Ada, string Room)> SetUpAsync()
    {
        var ada = await app.SignUpAsync("ada");
        return (ada, await ada.CreateRoomAsync());
    }

    private static (int, string?) Kind(Reply reply) => (reply.Status, reply.Code);
}
