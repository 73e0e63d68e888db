namespace BlazorChat.Tests.Live;

/// <summary>No time passes unless a test says so: what is answered is answered for what came, not for the end of a wait.</summary>
public sealed class PollingTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task What_is_there_is_answered_at_once_with_a_cursor_to_go_on_from()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        var message = await ada.SayAsync(room, "Hello");
        await ada.EditAsync(message, "Hello!");

        var page = await PollAsync(ada, $"/chat/room/{room}/poll?wait=30&cursor={cursor}");

        Assert.Equal(["message", "message_edited"], page.Events.Select(e => e.Event));
        Assert.Equal("Hello!", page.Events[0].Data.GetProperty("text").GetString());
        Assert.False(page.HasMore);
        Assert.Equal(page.Events[^1].Id, page.Cursor);
        Assert.Empty((await PollAsync(ada, $"/chat/room/{room}/poll?wait=0&cursor={page.Cursor}")).Events);
    }

    [Fact]
    public async Task A_poll_and_a_stream_tell_the_same()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using var stream = await ada.OpenStreamAsync(room);
        var message = await ada.SayAsync(room, "Hello");
        await ada.ReactAsync(message, "👍");
        await ada.DeleteAsync(message);
        await ada.PatchAsync($"/chat/room/{room}", new { topic = "Brass" });

        // Replayed, so that both see the state of now.
        await using var replay = await ada.OpenStreamAsync(room, cursor: stream.LastEventId);
        var streamed = await replay.UntilAsync(e => e.Name == "room");
        var polled = await PollAsync(ada, $"/chat/room/{room}/poll?cursor={stream.LastEventId}");

        Assert.Equal(
            streamed.Select(e => (e.Name, e.Id, e.Data.GetRawText())),
            polled.Events.Select(e => (e.Event, e.Id, e.Data.GetRawText())));
    }

    [Fact]
    public async Task A_waiting_poll_is_answered_as_soon_as_something_comes()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        var waiting = PollAsync(ada, $"/chat/room/{room}/poll?wait=30&cursor={cursor}");

        await ada.SayAsync(room, "At last");

        var page = await waiting.InPatienceAsync();
        Assert.Equal(["message"], page.Events.Select(e => e.Event));
    }

    [Fact]
    public async Task Without_a_cursor_it_waits_from_now()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.SayAsync(room, "Before");

        var page = await PollAsync(ada, $"/chat/room/{room}/poll?wait=0");

        Assert.Empty(page.Events);
        await ada.SayAsync(room, "After");
        Assert.Equal(["message"], (await PollAsync(ada, $"/chat/room/{room}/poll?wait=0&cursor={page.Cursor}")).Events.Select(e => e.Event));
    }

    [Fact]
    public async Task When_nothing_comes_it_is_empty_after_the_wait()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;

        var waiting = PollAsync(ada, $"/chat/room/{room}/poll?wait=10&cursor={cursor}");
        Assert.True(await app.PassTimeUntilAsync(waiting) >= TimeSpan.FromSeconds(10));

        var page = await waiting;
        Assert.Empty(page.Events);
        Assert.Equal(cursor, page.Cursor);
        Assert.False(page.HasMore);
    }

    [Fact]
    public async Task All_my_rooms_can_be_polled_with_the_streams_cursor()
    {
        var ada = await app.SignUpAsync("ada");
        var (first, second) = (await ada.CreateRoomAsync(), await ada.CreateRoomAsync());
        await using var stream = await ada.OpenStreamAsync(first);
        await ada.SayAsync(first, "One");
        await ada.SayAsync(second, "Two");

        var page = await PollAsync(ada, $"/chat/poll?cursor={stream.LastEventId}");

        Assert.Equal(["One", "Two"], page.Events.Where(e => e.Event == "message").Select(e => e.Data.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task More_than_five_hundred_come_in_pages()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await Parallel.ForAsync(0, 520, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) => await ada.SayAsync(room, $"{i}"));

        var first = await PollAsync(ada, $"/chat/room/{room}/poll?cursor={cursor}");
        var second = await PollAsync(ada, $"/chat/room/{room}/poll?cursor={first.Cursor}");

        Assert.Equal((500, true), (first.Events.Length, first.HasMore));
        Assert.Equal((20, false), (second.Events.Length, second.HasMore));
        Assert.Equal(Enumerable.Range(1, 520), first.Events.Concat(second.Events).Select(e => e.Data.GetProperty("number").GetInt32()));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("otherdb1-1")]
    public async Task A_cursor_that_leads_nowhere_means_load_afresh(string cursor)
    {
        var ada = await app.SignUpAsync("ada");

        var page = await PollAsync(ada, $"/chat/poll?wait=30&cursor={cursor}");

        var reset = Assert.Single(page.Events);
        Assert.Equal(("reset", page.Cursor), (reset.Event, reset.Data.GetProperty("cursor").GetString()));
    }

    [Theory]
    [InlineData("31")]
    [InlineData("-1")]
    [InlineData("long")]
    [InlineData("")]
    public async Task The_wait_is_0_to_30_seconds(string wait)
    {
        var ada = await app.SignUpAsync("ada");

        foreach (var path in new[] { "/chat/poll", "/chat/room/general/poll" })
        {
            var refused = await ada.GetAsync($"{path}?wait={wait}");
            Assert.Equal(400, refused.Status);
            Assert.Equal(["wait"], refused.Errors);
        }
    }

    [Fact]
    public async Task A_waiting_poll_ends_with_the_sign_in()
    {
        var ada = await app.SignUpAsync("ada");
        var elsewhere = await app.SignInAsync(ada.Username);
        var cursor = (await ada.HistoryAsync("general")).Cursor;
        var waiting = ada.GetAsync($"/chat/poll?wait=30&cursor={cursor}");
        // Polling counts as presence: that it shows means that the poll has begun.
        await using var stream = await elsewhere.OpenStreamAsync();

        await ada.PostAsync("/auth/revoke");

        Assert.NotEqual(500, (await waiting.InPatienceAsync()).Status);
    }

    private static async Task<Page> PollAsync(ChatClient who, string path)
    {
        var page = await who.GetAsync(path);
        Assert.Equal(200, page.Status);
        return page.Read<Page>();
    }

    private sealed record Page(Polled[] Events, string Cursor, bool HasMore);

    private sealed record Polled(string? Id, string Event, System.Text.Json.JsonElement Data);
}
