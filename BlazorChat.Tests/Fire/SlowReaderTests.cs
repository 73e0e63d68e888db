using BlazorChat.Core.Live;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Fire;

/// <summary>No time passes unless a test says so: nobody can have waited for the slow one until their time was over.</summary>
[Collection(UnderFire.Name)]
public sealed class SlowReaderTests(SlowReaderTests.Chat app) : IClassFixture<SlowReaderTests.Chat>
{
    // Much more than the sockets' buffers and a queue take.
    private const int MostMessages = 2_000;
    private static readonly string Much = new('x', 15_000);

    private Broadcaster Broadcaster => app.Services.GetRequiredService<Broadcaster>();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reader_who_never_reads_is_cut_off_nobody_else_notices_and_it_comes_back_without_loss(bool behindProxy)
    {
        var (ada, slow) = (await app.SignUpAsync("ada"), await app.SignUpAsync("slow"));
        var room = await ada.CreateRoomAsync("public", slow);
        var others = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => ada.OpenStreamAsync(room)));
        await using var proxy = new TcpProxy(app.Address);
        using var reader = await RawReader.OpenAsync(behindProxy ? proxy.Address : app.Address, slow, room);
        proxy.Freeze();
        var stream = Broadcaster.Streams().Single(stream => stream.Subscriber.UserId == slow.UserId);
        List<string> said = [];

        while (stream.Ended is null)
        {
            Assert.True(said.Count < MostMessages, "It is not cut off, however much waits for it.");
            said.Add((await ada.SayAsync(room, Much)).Id);
            Assert.All(await Task.WhenAll(others.Select(other => other.NextMessageAsync())), heard => Assert.Equal(said[^1], heard.Id));
        }

        Assert.Equal(StreamEnd.TooSlow, stream.Ended);
        await app.PassTimeUntilAsync(GoneAsync(slow));
        proxy.GoOn();
        await reader.ReadToEndAsync();
        Assert.NotEqual(said.Count, reader.Messages.Count);
        await using var back = await slow.OpenStreamAsync(room, cursor: reader.Cursor);
        said.Add((await ada.SayAsync(room, "Welcome back")).Id);
        var missed = await back.UntilMessageAsync("Welcome back");
        Assert.Equal(said, [.. reader.Messages, .. missed.Where(e => e.Name == "message").Select(e => e["id"].GetString()!)]);
        foreach (var other in others)
            await other.DisposeAsync();
    }

    [Fact]
    public async Task A_reader_who_takes_nothing_of_what_they_missed_is_cut_off_when_their_time_is_over()
    {
        var (ada, slow) = (await app.SignUpAsync("ada"), await app.SignUpAsync("slow"));
        var room = await ada.CreateRoomAsync("public", slow);
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        // More than the sockets' buffers take at once.
        for (var n = 0; n < 100; n++)
            await ada.SayAsync(room, Much);
        var cut = Broadcaster.CutCount;
        using var reader = await RawReader.OpenAsync(app.Address, slow, room, cursor);

        await app.PassTimeUntilAsync(GoneAsync(slow));

        Assert.Equal(cut + 1, Broadcaster.CutCount);
    }

    private async Task GoneAsync(ChatClient reader)
    {
        using var patience = Patience.Begin();
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Broadcaster.Streams().Any(stream => stream.Subscriber.UserId == reader.UserId))
            await often.WaitForNextTickAsync(patience.Token);
    }

    public sealed class Chat() : ManualClockApp([("Chat:Limits:MessageLength", "20000")]);
}
