namespace BlazorChat.Tests.Live;

public sealed class GreetingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task The_head_of_a_stream_says_that_it_is_one_and_that_nobody_keeps_it()
    {
        var ada = await app.SignUpAsync("ada");

        await using var stream = await ada.OpenStreamAsync("general");

        var response = stream.Response;
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache, no-transform", response.Headers.NonValidated["Cache-Control"].ToString());
        Assert.Equal("no", response.Headers.GetValues("X-Accel-Buffering").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task The_first_thing_is_the_greeting_with_an_id_that_is_its_cursor()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using var stream = await ada.OpenStreamAtAsync($"/chat/room/{room}/events");

        var ready = Assert.Single(await stream.UntilAsync(_ => true));

        Assert.Equal("ready", ready.Name);
        Assert.Equal(["cursor", "rooms", "user_id"], ready.Data.EnumerateObject().Select(field => field.Name).Order());
        Assert.Equal((ada.UserId, ready.Id), (ready["user_id"].GetString(), ready["cursor"].GetString()));
        Assert.Equal([room], ready["rooms"].EnumerateArray().Select(r => r.GetString()));
        Assert.Equal(ready.Id, stream.LastEventId);
    }

    [Fact]
    public async Task Readers_who_lose_their_streams_together_are_told_to_come_back_at_different_moments()
    {
        var ada = await app.SignUpAsync("ada");
        var streams = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ada.OpenStreamAsync("general")));

        Assert.All(streams, stream => Assert.InRange(stream.ReconnectionInterval, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)));
        Assert.NotEqual(1, streams.DistinctBy(stream => stream.ReconnectionInterval).Count());
        foreach (var stream in streams)
            await stream.DisposeAsync();
    }

    [Fact]
    public async Task The_stream_of_all_my_rooms_names_them()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();

        await using var stream = await ada.OpenStreamAsync();

        Assert.Equal(
            new[] { "general", room }.Order(), stream.Ready.GetProperty("rooms").EnumerateArray().Select(r => r.GetString()!).Order());
    }

    [Fact]
    public async Task A_reader_who_heard_only_the_greeting_loses_nothing()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        string cursor;
        await using (var brief = await ada.OpenStreamAsync(room))
            cursor = brief.LastEventId;
        await ada.SayAsync(room, "Missed");

        await using var stream = await ada.OpenStreamAsync(room, lastEventId: cursor);

        Assert.Equal("Missed", (await stream.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task The_plainest_clients_may_say_who_they_are_by_id_or_name()
    {
        var ada = await app.SignUpAsync("ada");

        await using var byId = await ada.OpenStreamAtAsync("/chat/room/general/events?user_id=" + ada.UserId);
        await using var byName = await ada.OpenStreamAtAsync("/chat/room/general/events?user_id=" + ada.Username.ToUpperInvariant());

        await byId.GreetAsync();
        await byName.GreetAsync();
    }

    [Fact]
    public async Task Nobody_listens_in_anothers_name()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));

        foreach (var name in new[] { grace.UserId, grace.Username, "" })
        {
            var refused = await ada.GetAsync("/chat/room/general/events?user_id=" + name);
            Assert.Equal((403, "forbidden"), (refused.Status, refused.Code));
        }
    }
}
