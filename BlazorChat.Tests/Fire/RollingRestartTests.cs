using System.Net.Http.Headers;

namespace BlazorChat.Tests.Fire;

/// <summary>Three nodes of one chat behind nginx are restarted one after the other, as an upgrade does it, while people talk.</summary>
public sealed class RollingRestartTests
{
    private const int Writers = 4;
    private const int Readers = 3;
    private const string Last = "The last one";

    // At full speed they would only keep the restarts, and the tests beside this one, from the processors.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(10);

    [Fact]
    public async Task Nothing_is_lost_or_doubled_and_no_request_fails()
    {
        var database = "rolling_" + Guid.NewGuid().ToString("N")[..8];
        (string, string)[] settings = [("ConnectionStrings__Chat", await TestDatabase.OnPostgresAsync(database)), ("Chat__DrainSeconds", "2")];
        await using (ServerProcess one = new(settings), two = new(settings), three = new(settings))
        {
            await Task.WhenAll(one.StartAsync(), two.StartAsync(), three.StartAsync());
            var (nginx, there) = await Nginx.StartInFrontOfAsync("", one.Address, two.Address, three.Address);
            await using var stops = nginx;
            var ada = await one.SignUpAsync("ada");
            var room = await ada.CreateRoomAsync();
            var beginning = (await ada.HistoryAsync(room)).Cursor;
            using var enough = new CancellationTokenSource();
            var reading = Enumerable.Range(0, Readers).Select(n => ReadAsync(Through(there, ada, $"reader-{n}"), room, beginning)).ToList();
            var writing = Enumerable.Range(0, Writers).Select(n => WriteAsync(Through(there, ada, $"writer-{n}"), room, n, enough.Token)).ToList();
            var looking = LookAsync(Through(there, ada, null), room, enough.Token);

            foreach (var node in new[] { one, two, three })
                await RestartAsync(node);
            await enough.CancelAsync();
            var answers = (await Task.WhenAll(writing)).SelectMany(each => each).ToList();
            await ada.SayAsync(room, Last);
            var read = await Task.WhenAll(reading);

            Assert.All(answers, MayBe);
            Assert.All(await looking, MayBe);
            var stored = await StoredAsync(ada, room);
            Assert.Equal(answers.Where(answer => answer.Status < 300).Select(answer => answer.Message().Id).Order(), stored.SkipLast(1).Order());
            Assert.All(read, each => Assert.Equal(stored, each));
        }
        await TestDatabase.DropAsync(database);
    }

    private static void MayBe(Reply answer) =>
        Assert.True(answer.Status is 200 or 201 || (answer.Status == 503 && answer.Header("Retry-After") is not null), answer.ToString());

    private static async Task RestartAsync(ServerProcess node)
    {
        await node.TellToStopAsync();
        Assert.Equal(0, await node.ToExitAsync());
        await node.StartAsync();
    }

    /// <param name="browser">Whom nginx keeps on one node; null: each request may go to another one.</param>
    private static ChatClient Through(Uri nginx, ChatClient person, string? browser)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = nginx, Timeout = Patience.Limit };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", person.AccessToken);
        if (browser is not null)
            http.DefaultRequestHeaders.Add("Cookie", "chat_node=" + browser);
        return new ChatClient(http);
    }

    // Each message until it is confirmed.
    private static async Task<List<Reply>> WriteAsync(ChatClient writer, string room, int number, CancellationToken enough)
    {
        List<Reply> answers = [];
        using var pace = new PeriodicTimer(Pace);
        for (var n = 0; !enough.IsCancellationRequested; n++)
        {
            await pace.WaitForNextTickAsync(CancellationToken.None);
            do
                answers.Add(await writer.TrySayAsync(room, $"Writer {number}: {n}", clientId: $"{number}-{n}"));
            while (answers[^1].Status == 503);
        }
        return answers;
    }

    private static async Task<List<Reply>> LookAsync(ChatClient reader, string room, CancellationToken enough)
    {
        List<Reply> answers = [];
        using var pace = new PeriodicTimer(Pace);
        while (!enough.IsCancellationRequested)
        {
            await pace.WaitForNextTickAsync(CancellationToken.None);
            answers.Add(await reader.GetAsync($"/chat/room/{room}/history?limit=10"));
        }
        return answers;
    }

    private static async Task<List<string>> ReadAsync(ChatClient reader, string room, string? cursor)
    {
        List<string> read = [];
        while (true)
        {
            await using var stream = await reader.OpenStreamAsync(room, lastEventId: cursor);
            var isDone = await stream.ReachesAsync(live => live.IsMessage(Last));
            read.AddRange(stream.Received.Where(live => live.Name == "message").Select(live => live["id"].GetString()!));
            if (isDone)
                return read;
            cursor = stream.LastEventId;
        }
    }

    private static async Task<List<string>> StoredAsync(ChatClient reader, string room)
    {
        List<string> stored = [];
        for (var page = await reader.HistoryAsync(room, "limit=200"); ; page = await reader.HistoryAsync(room, $"limit=200&before={stored[0]}"))
        {
            stored.InsertRange(0, page.Messages.Select(message => message.Id));
            if (!page.HasMore)
                return stored;
        }
    }
}
