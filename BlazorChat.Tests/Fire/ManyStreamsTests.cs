namespace BlazorChat.Tests.Fire;

[Collection(UnderFire.Name)]
public sealed class ManyStreamsTests
{
    private const int People = 20;

    // The clients' side takes as many again.
    private static int Streams => MaxOpenFiles() >= 6_000 ? 2000 : 500;

    [Fact]
    public async Task Thousands_who_come_at_once_are_all_greeted_and_all_hear_what_is_said_next()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        var people = await Task.WhenAll(Enumerable.Range(0, People).Select(i => server.SignUpAsync($"person{i}")));
        var room = await people[0].CreateRoomAsync();

        var streams = await Task.WhenAll(Enumerable.Range(0, Streams).Select(i => people[i % People].OpenStreamAsync(room)));
        var said = await people[0].SayAsync(room, "To all of you");
        var heard = await Task.WhenAll(streams.Select(stream => stream.NextMessageAsync()));

        Assert.All(heard, message => Assert.Equal(said.Id, message.Id));
        await Task.WhenAll(streams.Select(stream => stream.DisposeAsync().AsTask()));
    }

    private static int MaxOpenFiles()
    {
        if (!File.Exists("/proc/self/limits"))
            return 0;
        var soft = File.ReadLines("/proc/self/limits").Single(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[3];
        return int.TryParse(soft, out var limit) ? limit : int.MaxValue;
    }
}
