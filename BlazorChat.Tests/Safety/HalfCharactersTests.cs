using System.Text;

namespace BlazorChat.Tests.Safety;

/// <summary>Half of a surrogate pair is no text: no encoding carries it on, and no field takes it.</summary>
public sealed class HalfCharactersTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Theory]
    [InlineData("POST", "/chat/messages", """{"room_id":"{room}","message":"a\ud800b"}""")]
    [InlineData("PATCH", "/chat/messages/{message}", """{"message":"a\udc00b"}""")]
    [InlineData("PATCH", "/chat/room/{room}", """{"name":"a\ud800b"}""")]
    [InlineData("PATCH", "/chat/room/{room}", """{"topic":"a\ud800b"}""")]
    [InlineData("POST", "/chat/reactions", """{"message_id":"{message}","reaction":"\ud83d"}""")]
    [InlineData("PATCH", "/auth/me", """{"display_name":"a\ud800b"}""")]
    [InlineData("PATCH", "/auth/me", """{"status_text":"a\ud800b"}""")]
    [InlineData("POST", "/auth/tokens", """{"name":"a\ud800b","scope":"read"}""")]
    public async Task No_field_takes_one(string method, string path, string body)
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        var message = await ada.SayAsync(room, "Whole");

        var refused = await ada.SendAsync(new HttpMethod(method), Fill(path), new StringContent(Fill(body), Encoding.UTF8, "application/json"));

        Assert.Equal((400, "invalid"), (refused.Status, refused.Code));
        Assert.Equal("Whole", (await ada.HistoryAsync(room)).Texts[^1]);

        string Fill(string text) => text.Replace("{room}", room, StringComparison.Ordinal).Replace("{message}", message.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var ada = await app.SignUpAsync("ada");
        byte[] body = [.. "{\"room_id\":\"general\",\"message\":\"a"u8, 0xC3, 0x28, .. "b\"}"u8];
        var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };

        Assert.Equal(400, (await ada.PostAsync("/chat/messages", content)).Status);
    }
}
