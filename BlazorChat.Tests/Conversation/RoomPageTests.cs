using Xunit;

namespace BlazorChat.Tests.Conversation;

public sealed class RoomPageTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_tab_that_nobody_registered_is_not_found()
    {
        var ada = await Browser.SignUpAsync(app, "ada");

        Assert.Equal(200, (await ada.Client.GetAsync("/room/general/files")).Status);
        Assert.Equal(404, (await ada.Client.GetAsync("/room/general/unheard-of")).Status);
    }

    [Fact]
    public async Task A_room_opens_around_the_first_unread_message_and_names_the_mentions()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var grace = await app.SignUpAsync("grace");
        var room = await ada.Client.CreateRoomAsync();
        var name = (await ada.Client.GetAsync("/auth/me"))["username"].GetString();
        for (var number = 1; number < 60; number++)
            await grace.SayAsync(room, $"Message {number}");
        var mention = await grace.SayAsync(room, $"@{name} look");

        var timeline = (await ada.OpenAsync("/room/" + room)).QuerySelector("chat-timeline")!;

        Assert.Equal("Message 1", timeline.QuerySelector(".message .text")!.TextContent.Trim());
        Assert.Equal("true", timeline.QuerySelector(".page")!.GetAttribute("data-has-newer"));
        Assert.Equal("60", timeline.GetAttribute("data-unread"));
        Assert.Equal($"60:{mention.Id}", timeline.GetAttribute("data-unread-mentions"));
    }
}
