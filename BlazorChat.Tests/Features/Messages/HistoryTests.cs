namespace BlazorChat.Tests.Features.Messages;

public sealed class HistoryTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task History_is_the_newest_page_oldest_first()
    {
        var (ada, room, _) = await TenMessagesAsync();

        var history = await ada.HistoryAsync(room, "limit=3");

        Assert.Equal(["8", "9", "10"], history.Texts);
        Assert.True(history.HasMore);
    }

    [Fact]
    public async Task An_empty_room_has_an_empty_history()
    {
        var ada = await app.SignUpAsync("ada");

        var history = await ada.HistoryAsync(await ada.CreateRoomAsync());

        Assert.Empty(history.Messages);
        Assert.False(history.HasMore);
    }

    [Fact]
    public async Task Before_a_message_come_the_older_ones()
    {
        var (ada, room, messages) = await TenMessagesAsync();

        var page = await ada.HistoryAsync(room, $"limit=3&before={messages[4].Id}");
        var last = await ada.HistoryAsync(room, $"limit=4&before={messages[4].Id}");

        Assert.Equal(["2", "3", "4"], page.Texts);
        Assert.True(page.HasMore);
        Assert.Equal(["1", "2", "3", "4"], last.Texts);
        Assert.False(last.HasMore);
    }

    [Fact]
    public async Task After_a_message_come_the_newer_ones()
    {
        var (ada, room, messages) = await TenMessagesAsync();

        var page = await ada.HistoryAsync(room, $"limit=3&after={messages[4].Id}");
        var last = await ada.HistoryAsync(room, $"limit=5&after={messages[4].Id}");

        Assert.Equal(["6", "7", "8"], page.Texts);
        Assert.True(page.HasMore);
        Assert.Equal(["6", "7", "8", "9", "10"], last.Texts);
        Assert.False(last.HasMore);
    }

    [Fact]
    public async Task Around_a_message_lie_it_and_its_neighbours()
    {
        var (ada, room, messages) = await TenMessagesAsync();

        Assert.Equal(["4", "5", "6", "7"], (await ada.HistoryAsync(room, $"limit=4&around={messages[4].Id}")).Texts);
        Assert.Equal(["5"], (await ada.HistoryAsync(room, $"limit=1&around={messages[4].Id}")).Texts);
    }

    [Fact]
    public async Task Fifty_are_the_default()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await Task.WhenAll(Enumerable.Range(0, 51).Select(i => ada.SayAsync(room, $"{i}")));

        var history = await ada.HistoryAsync(room);

        Assert.Equal(Enumerable.Range(2, 50).Select(n => (long?)n), history.Messages.Select(message => message.Number));
        Assert.True(history.HasMore);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("limit=", "limit")]
    [InlineData("before=999999999", "before")]
    [InlineData("after=nonsense", "after")]
    [InlineData("at=yesterday", "at")]
    [InlineData("at=5&around=1", "before")]
    [InlineData("around=-5", "around")]
    public async Task What_makes_no_sense_is_invalid(string query, string field)
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();

        var refused = await ada.GetAsync($"/chat/room/{room}/history?{query}");

        Assert.Equal((400, "invalid"), (refused.Status, refused.Code));
        Assert.Equal([field], refused.Errors);
        Assert.Equal(200, (await ada.GetAsync($"/chat/room/{room}/history?limit=200")).Status);
    }

    [Fact]
    public async Task Before_and_after_together_are_invalid()
    {
        var (ada, room, messages) = await TenMessagesAsync();

        Assert.Equal(400, (await ada.GetAsync($"/chat/room/{room}/history?before={messages[5].Id}&after={messages[1].Id}")).Status);
    }

    [Fact]
    public async Task A_message_of_another_room_is_unknown_here()
    {
        var (ada, _, messages) = await TenMessagesAsync();

        var refused = await ada.GetAsync($"/chat/room/{await ada.CreateRoomAsync()}/history?before={messages[0].Id}");

        Assert.Equal(400, refused.Status);
        Assert.Equal(["before"], refused.Errors);
    }

    [Fact]
    public async Task A_stream_takes_over_at_the_cursor_without_a_gap()
    {
        var (ada, room, _) = await TenMessagesAsync();
        var history = await ada.HistoryAsync(room);
        await ada.SayAsync(room, "In between");

        await using var stream = await ada.OpenStreamAsync(room, cursor: history.Cursor);

        Assert.Equal("In between", (await stream.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task Reading_a_public_room_needs_no_membership_and_makes_none()
    {
        var (_, room, _) = await TenMessagesAsync();
        var grace = await app.SignUpAsync("grace");

        Assert.Equal(10, (await grace.HistoryAsync(room)).Messages.Length);
        Assert.False((await grace.GetAsync($"/chat/room/{room}"))["member"].GetBoolean());
    }

    [Fact]
    public async Task Members_see_what_was_said_before_they_came()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync();
        await ada.SayAsync(room, "Early");
        await ada.SetMemberAsync(room, grace, "member");

        Assert.Equal(["Early"], (await grace.HistoryAsync(room)).Texts);
    }

    [Fact]
    public async Task The_same_page_can_be_had_as_html()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.SayAsync(room, "<script>alert(1)</script>");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/chat/room/{room}/history");
        request.Headers.Accept.ParseAdd("text/html");

        var page = await ada.SendAsync(request);

        Assert.Equal((200, "text/html"), (page.Status, page.ContentType));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page.Text);
        Assert.DoesNotContain("<script>", page.Text);
    }

    private async Task<(ChatClient Ada, string Room, List<MessageJson> Messages)> TenMessagesAsync()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        List<MessageJson> messages = [];
        for (var i = 1; i <= 10; i++)
            messages.Add(await ada.SayAsync(room, $"{i}"));
        return (ada, room, messages);
    }
}
