namespace BlazorChat.Tests.Features.Messages;

/// <summary>A text is shown before it is posted.</summary>
public sealed class RenderingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_text_looks_as_the_message_will()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await grace.PatchAsync("/auth/me", new { display_name = "Grace <Hopper>" });
        var room = await ada.CreatePrivateRoomAsync(grace);
        foreach (var text in new[]
        {
            "plain", $"Hello @{grace.Username}, @{ada.Username} and @nobody", "**bold** `@code` :tada: https://example.org.", "> said\n\n- one\n- two\n\n```js\nx();\n```", "  שלום\n\nعالم",
        })
        {
            var shown = await ada.PostAsync("/chat/messages/render", new { room_id = room, message = text });
            Assert.Equal((200, (await ada.SayAsync(room, text)).Html), (shown.Status, shown["html"].GetString()));
        }
    }

    [Fact]
    public async Task What_is_only_shown_is_neither_stored_nor_told()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        await using var stream = await ada.OpenStreamAsync(room);

        await grace.PostAsync("/chat/messages/render", new { room_id = room, message = $"Hello @{ada.Username}" });
        await ada.SayAsync(room, "Next");

        Assert.Equal("Next", (await stream.NextMessageAsync()).Text);
        Assert.Equal([1L], (await ada.HistoryAsync(room)).Messages.Select(message => message.Number!.Value));
        Assert.Empty((await ada.GetAsync("/chat/mentions"))["messages"].EnumerateArray());
        Assert.DoesNotContain((await ada.GetAsync($"/chat/room/{room}/members"))["members"].EnumerateArray(), member => member.GetProperty("user_id").GetString() == grace.UserId);
    }

    [Fact]
    public async Task A_text_that_could_not_be_posted_is_not_shown()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        foreach (var text in new[] { "", " \n ", new string('a', 1001) })
            Assert.Equal(["message"], (await ada.PostAsync("/chat/messages/render", new { room_id = room, message = text })).Errors);
    }
}
