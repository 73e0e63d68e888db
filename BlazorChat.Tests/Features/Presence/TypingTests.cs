namespace BlazorChat.Tests.Features.Presence;

public sealed class TypingTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task Typing_is_told_and_never_replayed()
    {
        var (ada, room, stream) = await ListenAsync();
        await using var _ = stream;

        Assert.Equal(204, (await TypeAsync(ada, room, true)).Status);
        var typing = await stream.NextAsync("typing");

        Assert.Equal((room, ada.UserId, ada.Username, true), (
            typing["room_id"].GetString(), typing["user_id"].GetString(), typing["username"].GetString(), typing["is_typing"].GetBoolean()));
        Assert.Null(typing.Id);
    }

    [Fact]
    public async Task Stopping_is_told_once()
    {
        var (ada, room, stream) = await ListenAsync();
        await using var _ = stream;

        await TypeAsync(ada, room, true);
        await TypeAsync(ada, room, false);
        await TypeAsync(ada, room, false);
        await ada.SayAsync(room, "Done");

        var told = await stream.UntilMessageAsync("Done");
        Assert.Equal([true, false], told.Where(e => e.Name == "typing").Select(e => e["is_typing"].GetBoolean()));
    }

    [Fact]
    public async Task A_message_ends_its_authors_typing()
    {
        var (ada, room, stream) = await ListenAsync();
        await using var _ = stream;

        await TypeAsync(ada, room, true);
        await ada.SayAsync(room, "Hello");

        Assert.True((await stream.NextAsync("typing"))["is_typing"].GetBoolean());
        Assert.False((await stream.NextAsync("typing"))["is_typing"].GetBoolean());
    }

    [Fact]
    public async Task After_five_seconds_typing_ends_by_itself()
    {
        var (ada, room, stream) = await ListenAsync();
        await using var _ = stream;
        await TypeAsync(ada, room, true);
        await stream.NextAsync("typing");

        var stopped = stream.NextAsync("typing");
        var passed = await app.PassTimeUntilAsync(stopped);

        Assert.False((await stopped)["is_typing"].GetBoolean());
        Assert.True(passed >= TimeSpan.FromSeconds(5), $"After {passed}");
    }

    [Fact]
    public async Task One_says_whether_one_types()
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.PostAsync("/chat/typing", new { room_id = "general" });

        Assert.Equal(400, refused.Status);
        Assert.Equal(["is_typing"], refused.Errors);
    }

    private static Task<Reply> TypeAsync(ChatClient who, string room, bool isTyping) =>
        who.PostAsync("/chat/typing", new { room_id = room, is_typing = isTyping });

    private async Task<(ChatClient Ada, string Room, Listener Stream)> ListenAsync()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        return (ada, room, await ada.OpenStreamAsync(room));
    }
}
