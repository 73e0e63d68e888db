namespace BlazorChat.Tests.Redis;

/// <summary>Messages and what people may no longer read go from node to node, whatever Redis does.</summary>
public sealed class MessagesOverNodesTests(RedisNodes nodes) : IClassFixture<RedisNodes>
{
    [Fact]
    public async Task A_message_posted_at_one_node_rings_at_the_other_and_reaches_its_streams()
    {
        var (ada, grace, room) = await MeetAsync();
        await using var stream = await grace.OpenStreamAsync(room);
        var before = nodes.B.Bus.Counts!.Received;

        var posted = await ada.SayAsync(room, "Over there?");

        Assert.Equal(posted.Id, (await stream.UntilMessageAsync("Over there?"))[^1]["id"].GetString());
        await StoredBytes.UntilAsync(() => nodes.B.Bus.Counts!.Received > before, "the bus rang");
    }

    [Fact]
    public async Task While_Redis_is_away_messages_arrive_by_the_log_and_the_banned_and_removed_are_shown_out()
    {
        var (ada, grace, room) = await MeetAsync();
        var hedy = await nodes.B.MeetAsync(await nodes.A.SignUpAsync("hedy"));
        var secret = await ada.CreatePrivateRoomAsync(grace, hedy);
        await using var stream = await grace.OpenStreamAsync(room);
        await using var removed = await grace.OpenStreamAsync(secret);
        await using var banned = await hedy.OpenStreamAsync(secret);
        await nodes.Redis.KillAsync();
        try
        {
            await ada.SayAsync(room, "By the log");
            await stream.UntilMessageAsync("By the log");
            await ada.RemoveMemberAsync(secret, grace);
            Assert.Equal(204, (await nodes.A.Admin.PostAsync($"/chat/admin/users/{hedy.UserId}/ban", new { reason = "spam" })).Status);

            await removed.ToEndAsync();
            await banned.ToEndAsync();
        }
        finally
        {
            await nodes.Redis.StartAsync();
            await nodes.UntilHearingAsync();
        }
        await ada.SayAsync(room, "And with it again");
        await stream.UntilMessageAsync("And with it again");
    }

    [Fact]
    public async Task While_Redis_is_paused_readers_lose_nothing_and_get_nothing_twice()
    {
        var (ada, grace, room) = await MeetAsync();
        await using var stream = await grace.OpenStreamAsync(room);
        await nodes.Redis.PauseAsync(TimeSpan.FromSeconds(3));

        for (var number = 0; number < 20; number++)
            await ada.SayAsync(room, $"{number}");
        await nodes.UntilHearingAsync();
        await ada.SayAsync(room, "Last");

        var came = await stream.UntilMessageAsync("Last");
        Assert.Equal(
            Enumerable.Range(0, 20).Select(number => $"{number}").Append("Last"),
            came.Where(e => e.Name == "message").Select(e => e["text"].GetString()));
    }

    private async Task<(ChatClient Ada, ChatClient Grace, string Room)> MeetAsync()
    {
        var ada = await nodes.A.SignUpAsync("ada");
        var grace = await nodes.B.MeetAsync(await nodes.A.SignUpAsync("grace"));
        return (ada, grace, await ada.CreateRoomAsync());
    }
}
