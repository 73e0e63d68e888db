using BlazorChat.Tests.Features.Threads;
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

    [Theory]
    [InlineData("999999999")]
    [InlineData("no-number")]
    public async Task A_thread_that_is_not_there_is_said_to_be_so_beside_the_room(string thread)
    {
        var ada = await Browser.SignUpAsync(app, "ada");

        var page = await ada.OpenAsync("/room/general?thread=" + thread);

        Assert.Contains("This thread is not there", page.QuerySelector("#side")!.TextContent);
        Assert.NotNull(page.QuerySelector("#timeline"));
        Assert.Null(page.QuerySelector("chat-timeline[data-thread]"));
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

    [Fact]
    public async Task A_thread_opens_around_the_first_unread_reply()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var grace = await app.SignUpAsync("grace");
        var room = await ada.Client.CreateRoomAsync();
        var root = await ada.Client.SayAsync(room, "The root");
        for (var number = 1; number <= 20; number++)
            await ada.Client.ReplyAsync(root, $"Mine {number}");
        for (var number = 1; number <= 60; number++)
            await grace.ReplyAsync(root, $"Reply {number}");
        var newest = (await ada.Client.ThreadAsync(root, "limit=1")).Messages[0];

        var timeline = (await ada.OpenAsync($"/room/{room}?thread={root.Id}")).QuerySelector("chat-timeline[data-thread]")!;

        var texts = timeline.QuerySelectorAll(".page .message .text").Select(text => text.TextContent.Trim()).ToArray();
        Assert.Contains("Mine 20", texts);
        Assert.Contains("Reply 1", texts);
        Assert.DoesNotContain("Reply 60", texts);
        Assert.Equal("true", timeline.QuerySelector(".page")!.GetAttribute("data-has-newer"));
        Assert.Equal(("60", newest.Id), (timeline.GetAttribute("data-unread"), timeline.GetAttribute("data-last")));

        await ada.Client.ReadThreadAsync(root, newest);
        timeline = (await ada.OpenAsync($"/room/{room}?thread={root.Id}")).QuerySelector("chat-timeline[data-thread]")!;
        Assert.Contains("Reply 60", timeline.QuerySelector(".page")!.TextContent);
    }
}
