namespace BlazorChat.Tests.Features.Messages;

public sealed class ReplyingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_reply_names_the_message_it_answers()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var question = await ada.SayAsync(room, "Why?");

        Assert.Equal(question.Id, (await ada.SayAsync(room, "Because.", replyTo: question.Id)).ReplyTo);
        Assert.Equal(question.Id, (await ada.HistoryAsync(room)).Messages[1].ReplyTo);
    }

    [Theory]
    [InlineData("999999999")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("-1")]
    public async Task A_reply_to_nothing_is_invalid(string replyTo)
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.TrySayAsync(await ada.CreateRoomAsync(), "Because.", replyTo: replyTo);

        Assert.Equal(400, refused.Status);
        Assert.Equal(["reply_to"], refused.Errors);
    }

    [Fact]
    public async Task A_reply_to_another_rooms_message_is_invalid_exactly_like_one_to_nothing()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var secret = await grace.SayAsync(await grace.CreatePrivateRoomAsync(), "Psst");
        var room = await ada.CreateRoomAsync();

        var toSecret = await ada.TrySayAsync(room, "Because.", replyTo: secret.Id);
        var toNothing = await ada.TrySayAsync(room, "Because.", replyTo: "999999999");

        Assert.Equal(400, toSecret.Status);
        Assert.Equal(toNothing.Bytes, toSecret.Bytes);
    }

    [Fact]
    public async Task A_reply_outlives_the_message_it_answers()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var question = await ada.SayAsync(room, "Why?");
        await ada.SayAsync(room, "Because.", replyTo: question.Id);

        await ada.DeleteAsync(question);

        Assert.Equal(question.Id, (await ada.HistoryAsync(room)).Messages[1].ReplyTo);
    }
}
