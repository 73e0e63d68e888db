using System.Net.Http.Headers;

namespace BlazorChat.Tests.Fire;

/// <summary>Two nodes of one chat are restarted one after the other, as an upgrade does it, while people talk.</summary>
[Collection(UnderFire.Name)]
public sealed class RollingRestartTests
{
    private const int Writers = 2;
    private const int Readers = 3;
    private const string Last = "The last one";

    [Fact]
    public async Task Nothing_is_lost_or_doubled_and_no_request_fails()
    {
        var database = "rolling_" + Guid.NewGuid().ToString("N")[..8];
        (string, string)[] settings = [("ConnectionStrings__Chat", await TestDatabase.OnPostgresAsync(database)), ("Chat__DrainSeconds", "2")];
        await using (ServerProcess one = new(settings), two = new(settings))
        {
            await Task.WhenAll(one.StartAsync(), two.StartAsync());
            var ada = Balanced(await one.SignUpAsync("ada"), one, two);
            var room = await ada.CreateRoomAsync();
            using var enough = new CancellationTokenSource();
            var reading = Enumerable.Range(0, Readers).Select(_ => ReadAsync(ada, room)).ToList();
            var writing = Enumerable.Range(0, Writers).Select(writer => WriteAsync(ada, room, writer, enough.Token)).ToList();

            foreach (var node in new[] { one, two })
                await RestartAsync(node);
            await enough.CancelAsync();
            var answers = (await Task.WhenAll(writing)).SelectMany(each => each).ToList();
            await ada.SayAsync(room, Last);
            var read = await Task.WhenAll(reading);

            Assert.All(answers, answer => Assert.Equal(201, answer.Status));
            var stored = await StoredAsync(ada, room);
            Assert.Equal(answers.Select(answer => answer.Message().Id).Order(), stored.SkipLast(1).Order());
            Assert.All(read, each => Assert.Equal(stored, each));
        }
        await TestDatabase.DropAsync(database);
    }

    private static async Task RestartAsync(ServerProcess node)
    {
        await node.TellToStopAsync();
        Assert.Equal(0, await node.ToExitAsync());
        await node.StartAsync();
    }

    private static ChatClient Balanced(ChatClient person, params ServerProcess[] nodes) => new(new HttpClient(new Balancer([.. nodes.Select(node => node.Address)]))
    {
        BaseAddress = nodes[0].Address,
        Timeout = Patience.Limit,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", person.AccessToken) },
    });

    private static async Task<List<Reply>> WriteAsync(ChatClient writer, string room, int number, CancellationToken enough)
    {
        List<Reply> answers = [];
        while (!enough.IsCancellationRequested)
            answers.Add(await writer.TrySayAsync(room, $"Writer {number}: {answers.Count}"));
        return answers;
    }

    // From the beginning of the room, which was empty when reading began.
    private static async Task<List<string>> ReadAsync(ChatClient reader, string room)
    {
        List<string> read = [];
        for (string? cursor = (await reader.HistoryAsync(room)).Cursor; ;)
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
