namespace BlazorChat.Tests.Fire;

/// <summary>
/// The server is stopped for longer than a reader may take nothing, as when its virtual machine is paused, in the middle of
/// greeting some, of telling others what they missed, and of telling the rest what is said.
/// </summary>
[Collection(UnderFire.Name)]
public sealed class StalledServerTests
{
    private const string LastWords = "That was all";
    private const int Following = 100, ComingBack = 300;
    private const int Missed = 40, Posters = 4, Posts = 20;
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(12);

    [Fact]
    public async Task Nobody_who_reads_is_cut_off_because_we_were_stopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Stopping a process takes signals.");
        await using var server = new ServerProcess();
        await server.StartAsync();
        var ada = await server.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await SayAsync(ada, room, Missed);
        var following = (await Task.WhenAll(Enumerable.Range(0, Following).Select(_ => ada.OpenStreamAsync(room))))
            .Select(stream => ReadAsync(Task.FromResult(stream))).ToList();

        var opening = Enumerable.Range(0, ComingBack).Select(_ => ada.OpenStreamAsync(room, cursor)).ToList();
        var comingBack = opening.Select(ReadAsync).ToList();
        // Some are greeted, some are being told, some are not yet heard.
        await Task.WhenAll(opening.Take(ComingBack / 4)).InPatienceAsync();
        var begun = SayAsync(ada, room, count: 1);
        var talking = Enumerable.Range(0, Posters).Select(_ => SayAsync(ada, room, Posts)).ToList();
        await begun;
        await server.PauseAsync();
        await Task.Delay(Stall, TestContext.Current.CancellationToken); // a stopped process knows no clock but the real one
        await server.ContinueAsync();

        await Task.WhenAll(talking);
        var last = (await ada.SayAsync(room, LastWords)).Number!.Value;
        Assert.Equal(Missed + 1 + (Posters * Posts) + 1, last);
        Assert.All(await Task.WhenAll(following), heard => Assert.Equal(Enumerable.Range(Missed + 1, (int)last - Missed), heard));
        Assert.All(await Task.WhenAll(comingBack), heard => Assert.Equal(Enumerable.Range(1, (int)last), heard));
    }

    private static async Task SayAsync(ChatClient author, string room, int count)
    {
        for (var n = 0; n < count; n++)
            await author.SayAsync(room, new string('x', 1000));
    }

    /// <returns>The numbers of the messages that one stream told, to the last.</returns>
    private static async Task<List<int>> ReadAsync(Task<Listener> opening)
    {
        await using var stream = await opening;
        var events = await stream.UntilMessageAsync(LastWords);
        return [.. events.Where(e => e.Name == "message").Select(e => e["number"].GetInt32())];
    }
}
