namespace BlazorChat.Tests.Fire;

public sealed class DrainingTests
{
    private const int Streams = 50;

    [Fact]
    public async Task Told_to_stop_it_is_unready_at_once_and_serves_on_until_it_is_told_again()
    {
        await using var server = new ServerProcess(("Chat__DrainSeconds", "3600"));
        await server.StartAsync();
        var ada = await server.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using var before = await ada.OpenStreamAsync(room);

        await server.TellToStopAsync();
        var unready = await ToUnreadyAsync(ada);
        await using var during = await ada.OpenStreamAsync(room);
        var posted = await ada.TrySayAsync(room, "Still here");

        Assert.Equal("1", unready.Header("Retry-After"));
        Assert.Equal((201, "close"), (posted.Status, posted.Header("Connection")));
        Assert.Equal("Still here", (await before.NextMessageAsync()).Text);
        Assert.Equal("Still here", (await during.NextMessageAsync()).Text);
        await server.TellToStopAsync();
        await Task.WhenAll(before.ToEndAsync(), during.ToEndAsync());
        Assert.Equal(0, await server.ToExitAsync());
    }

    [Fact]
    public async Task When_the_time_is_over_streams_end_what_was_answered_is_kept_and_no_answer_is_an_error()
    {
        await using var server = new ServerProcess(("Chat__DrainSeconds", "1"));
        await server.StartAsync();
        var ada = await server.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var streams = await Task.WhenAll(Enumerable.Range(0, Streams).Select(_ => ada.OpenStreamAsync(room)));
        var posting = PostUntilNobodyListensAsync(ada, room);

        await server.TellToStopAsync();
        // Streams that it had to break off would throw.
        await Task.WhenAll(streams.Select(stream => stream.ToEndAsync()));
        var answers = await posting;
        var exitCode = await server.ToExitAsync();

        Assert.Equal(0, exitCode);
        Assert.All(answers, answer => Assert.Equal(201, answer.Status));
        await server.StartAsync();
        var last = (await (await server.ShowingAsync(ada.AccessToken)).HistoryAsync(room)).Messages.Select(message => message.Id);
        Assert.Contains(answers[^1].Message().Id, last);
        foreach (var stream in streams)
            await stream.DisposeAsync();
    }

    [Fact]
    public async Task Told_to_stop_while_it_starts_it_ends_without_an_error()
    {
        await using var server = new ServerProcess();
        using var watcher = new FileSystemWatcher(server.Data, "lock");
        var begun = new TaskCompletionSource();
        watcher.Created += (_, _) => begun.TrySetResult();
        watcher.EnableRaisingEvents = true;

        server.Launch();
        await begun.Task.InPatienceAsync();
        await server.TellToStopAsync();

        Assert.Equal(0, await server.ToExitAsync());
    }

    private static async Task<Reply> ToUnreadyAsync(ChatClient client)
    {
        while (true)
            if (await client.GetAsync("/health/ready") is { Status: 503 } unready)
                return unready;
    }

    private static async Task<List<Reply>> PostUntilNobodyListensAsync(ChatClient client, string room)
    {
        List<Reply> answers = [];
        try
        {
            while (true)
                answers.Add(await client.TrySayAsync(room, $"Message {answers.Count}"));
        }
        catch (HttpRequestException)
        {
            return answers;
        }
    }
}
