namespace BlazorChat.Tests.Live;

public sealed class OneOrderTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Everyone_sees_the_same_order_live_on_replay_and_in_history()
    {
        const int Each = 40;
        var people = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => app.SignUpAsync($"person{i}")));
        var room = await people[0].CreatePrivateRoomAsync(people[1..]);
        var cursor = (await people[0].HistoryAsync(room)).Cursor;
        var streams = await Task.WhenAll(people.Select(person => person.OpenStreamAsync()));

        await Task.WhenAll(people.Select(async person =>
        {
            for (var i = 0; i < Each; i++)
                await person.SayAsync(room, $"{person.Username} {i}");
        }));

        var history = (await people[0].HistoryAsync(room, "limit=200")).Texts;
        Assert.Equal(people.Length * Each, history.Length);
        var replay = await people[3].OpenStreamAsync(room, cursor: cursor);
        foreach (var stream in streams.Append(replay))
        {
            var heard = await stream.UntilMessageAsync(history[^1]);
            Assert.Equal(history, heard.Where(e => e.Name == "message").Select(e => e["text"].GetString()));
            await stream.DisposeAsync();
        }
    }
}
