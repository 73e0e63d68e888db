namespace BlazorChat.Tests.Nodes;

public sealed class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task A_sign_in_of_one_node_is_valid_at_the_other()
    {
        var ada = await nodes.A.SignUpAsync("ada");

        var there = await nodes.B.MeetAsync(ada);

        Assert.Equal(ada.UserId, there.UserId);
    }

    [Fact]
    public async Task Messages_posted_at_both_nodes_in_turn_have_one_order_at_both()
    {
        var ada = await nodes.A.SignUpAsync("ada");
        var there = await nodes.B.MeetAsync(ada);
        var room = await ada.CreateRoomAsync();
        var posted = new List<string>();
        for (var n = 0; n < 20; n++)
            posted.Add((await (n % 2 == 0 ? ada : there).SayAsync(room, $"Message {n}")).Id);

        var (here, beyond) = ((await ada.HistoryAsync(room)).Messages, (await there.HistoryAsync(room)).Messages);

        Assert.Equal(posted, here.Select(message => message.Id));
        Assert.Equal(posted, beyond.Select(message => message.Id));
    }

    [Fact]
    public async Task A_read_mark_moves_at_each_node_from_where_it_is_whatever_that_node_remembers()
    {
        var (ada, grace) = (await nodes.A.SignUpAsync("ada"), await nodes.A.SignUpAsync("grace"));
        var there = await nodes.B.MeetAsync(grace);
        var room = await ada.CreatePrivateRoomAsync(grace);
        var messages = new List<MessageJson>();
        for (var n = 0; n < 4; n++)
            messages.Add(await ada.SayAsync(room, $"Message {n}"));
        Task<Reply> MarkAsync(ChatClient client, string how, int n) => client.PostAsync($"/chat/room/{room}/{how}", new { message_id = messages[n].Id });
        async Task<long> UnreadAsync() => (await grace.GetAsync($"/chat/room/{room}"))["unread"].GetInt64();

        await MarkAsync(grace, "read", 1);
        await MarkAsync(there, "unread", 0);
        await MarkAsync(grace, "read", 1);
        Assert.Equal(2, await UnreadAsync());

        await MarkAsync(there, "read", 3);
        await MarkAsync(grace, "read", 2);
        Assert.Equal(0, await UnreadAsync());
    }

    [Fact]
    public async Task Replies_in_threads_at_one_node_move_no_numbers_at_the_other()
    {
        var ada = await nodes.A.SignUpAsync("ada");
        var there = await nodes.B.MeetAsync(ada);
        var room = await ada.CreateRoomAsync();
        var root = await ada.SayAsync(room, "Root");
        for (var n = 0; n < 6; n++)
        {
            var (one, other) = n % 2 == 0 ? (ada, there) : (there, ada);
            Assert.Equal(201, (await one.PostAsync("/chat/messages", new { room_id = room, message = $"Reply {n}", thread_id = root.Id, also_in_room = n == 2 })).Status);
            await other.SayAsync(room, $"Message {n}");
        }

        var (here, beyond) = ((await ada.HistoryAsync(room)).Messages, (await there.HistoryAsync(room)).Messages);

        Assert.Equal(Enumerable.Range(1, 8).Select(number => (long?)number), here.Select(message => message.Number));
        Assert.Equal(here.Select(message => message.Id), beyond.Select(message => message.Id));
        Assert.All([here[0], beyond[0]], message => Assert.Equal(6, message.Thread!.Replies));
    }

    [Fact]
    public async Task A_change_at_one_node_counts_at_once_for_posts_at_the_other()
    {
        var ada = await nodes.A.SignUpAsync("ada");
        var grace = await nodes.A.SignUpAsync("grace");
        var graceThere = await nodes.B.MeetAsync(grace);
        var room = await ada.CreatePrivateRoomAsync(grace);
        await graceThere.SayAsync(room, "I may post.");

        await ada.RemoveMemberAsync(room, grace);
        var refused = await graceThere.PostAsync("/chat/messages", new { room_id = room, message = "May I still?" });

        Assert.Equal(404, refused.Status);
    }

    [Fact]
    public async Task A_retry_at_the_other_node_returns_the_first_answer()
    {
        var ada = await nodes.A.SignUpAsync("ada");
        var there = await nodes.B.MeetAsync(ada);
        var room = await ada.CreateRoomAsync();
        var request = new { room_id = room, message = "Once", client_id = "same" };

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(n => (n % 2 == 0 ? ada : there).PostAsync("/chat/messages", request)));

        Assert.Single(replies, reply => reply.Status == 201);
        Assert.Equal(9, replies.Count(reply => reply.Status == 200));
        Assert.Single((await there.HistoryAsync(room)).Messages);
    }

    [Fact]
    public async Task A_message_posted_at_one_node_reaches_a_stream_at_the_other()
    {
        var ada = await nodes.A.SignUpAsync("ada");
        var there = await nodes.B.MeetAsync(ada);
        var room = await ada.CreateRoomAsync();
        await using var stream = await there.OpenStreamAsync(room);

        var posted = await ada.SayAsync(room, "Can you read me?");

        Assert.Equal(posted.Id, (await stream.NextAsync("message")).Data.GetProperty("id").GetString());
    }
}
