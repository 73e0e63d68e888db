namespace BlazorChat.Tests.Live;

public sealed class ReplayTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Without_a_cursor_a_stream_begins_now()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.SayAsync(room, "Before");
        await using var stream = await ada.OpenStreamAsync(room);

        await ada.SayAsync(room, "After");

        Assert.Equal("After", (await stream.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task A_cursor_in_the_query_or_the_header_brings_what_was_missed_in_order()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        foreach (var text in new[] { "One", "Two", "Three" })
            await ada.SayAsync(room, text);

        await using var byQuery = await ada.OpenStreamAsync(room, cursor: cursor);
        await using var byHeader = await ada.OpenStreamAsync(room, lastEventId: cursor);

        foreach (var stream in new[] { byQuery, byHeader })
            Assert.Equal(["One", "Two", "Three"], (await stream.UntilMessageAsync("Three"))
                .Where(e => e.Name == "message").Select(e => e["text"].GetString()));
    }

    [Fact]
    public async Task The_header_goes_before_the_query_as_a_reconnecting_EventSource_needs_it()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var old = (await ada.HistoryAsync(room)).Cursor;
        await ada.SayAsync(room, "Heard");
        var recent = (await ada.HistoryAsync(room)).Cursor;
        await ada.SayAsync(room, "Missed");

        await using var stream = await ada.OpenStreamAsync(room, cursor: old, lastEventId: recent);

        Assert.Equal("Missed", (await stream.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task Every_events_id_is_a_cursor_from_which_nothing_is_lost_or_doubled()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using var live = await ada.OpenStreamAsync(room);
        foreach (var text in new[] { "One", "Two", "Three" })
            await ada.SayAsync(room, text);
        var heard = (await live.UntilMessageAsync("Three")).Where(e => e.Name == "message").ToList();

        await using var resumed = await ada.OpenStreamAsync(room, cursor: heard[0].Id);

        Assert.Equal(["Two", "Three"], (await resumed.UntilMessageAsync("Three")).Select(e => e["text"].GetString()));
    }

    [Fact]
    public async Task One_cursor_serves_the_rooms_stream_and_the_users()
    {
        var ada = await app.SignUpAsync("ada");
        var (first, second) = (await ada.CreateRoomAsync(), await ada.CreateRoomAsync());
        var cursor = (await ada.HistoryAsync(first)).Cursor;
        await ada.SayAsync(first, "One");
        await ada.SayAsync(second, "Two");

        await using var stream = await ada.OpenStreamAsync(cursor: cursor);

        Assert.Equal(["One", "Two"], (await stream.UntilMessageAsync("Two"))
            .Where(e => e.Name == "message").Select(e => e["text"].GetString()));
    }

    [Fact]
    public async Task Deleted_text_never_comes_back()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        var secret = await ada.SayAsync(room, "Swordfish");
        await ada.EditAsync(secret, "Swordfish!");
        await ada.DeleteAsync(secret);
        await ada.SayAsync(room, "Done");

        await using var stream = await ada.OpenStreamAsync(room, cursor: cursor);
        var replayed = await stream.UntilMessageAsync("Done");

        Assert.DoesNotContain(replayed, e => e.Data.GetRawText().Contains("Swordfish", StringComparison.Ordinal));
        Assert.Contains(replayed, e => e.Name == "message_deleted" && e["deleted"].GetBoolean());
    }

    [Fact]
    public async Task An_edited_message_is_replayed_as_it_is_now()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await ada.EditAsync(await ada.SayAsync(room, "Helo"), "Hello");

        await using var stream = await ada.OpenStreamAsync(room, cursor: cursor);

        Assert.Equal("Hello", (await stream.NextMessageAsync()).Text);
        Assert.Equal("Hello", (await stream.NextMessageAsync("message_edited")).Text);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("-5")]
    [InlineData("otherdb1-1")]
    [InlineData("AHEAD")]
    public async Task A_cursor_that_leads_nowhere_means_load_afresh(string cursor)
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var head = (await ada.HistoryAsync(room)).Cursor;
        if (cursor == "AHEAD")
            cursor = head + "000";

        await using var stream = await ada.OpenStreamAtAsync($"/chat/room/{room}/events?cursor={cursor}");

        var greeting = await stream.UntilAsync(e => e.Name == "reset");
        Assert.Equal(["ready", "reset"], greeting.Select(e => e.Name));
        Assert.Equal(stream.LastEventId, greeting[1]["cursor"].GetString());
        await ada.SayAsync(room, "Afresh");
        Assert.Equal("Afresh", (await stream.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task More_than_a_page_is_replayed_without_a_gap_while_more_is_said()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await Parallel.ForAsync(0, 1100, new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (i, _) => await ada.SayAsync(room, $"{i}"));

        await using var stream = await ada.OpenStreamAsync(room, cursor: cursor);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => ada.SayAsync(room, $"later {i}")));
        var events = await stream.UntilAsync(e => e.Name == "message" && e["number"].GetInt64() == 1150);

        Assert.Equal(Enumerable.Range(1, 1150), events.Where(e => e.Name == "message").Select(e => e["number"].GetInt32()));
    }
}
