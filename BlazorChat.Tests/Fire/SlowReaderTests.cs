using System.Diagnostics;
using BlazorChat.Core.Live;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Fire;

[Collection(UnderFire.Name)]
public sealed class SlowReaderTests(SlowReaderTests.Chat app) : IClassFixture<SlowReaderTests.Chat>
{
    private const int Burst = 300;
    private static readonly string Much = new('x', 15_000);
    private static readonly TimeSpan CutWithin = TimeSpan.FromSeconds(20);

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
        var broadcaster = app.Services.GetRequiredService<Broadcaster>();
        List<string> said = [];
        List<TimeSpan> latencies = [];
        var since = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));

        // What the socket's buffers take comes quickly; then it is a matter of time.
        while (broadcaster.StreamCount > others.Length)
        {
            Assert.True(since.Elapsed < CutWithin, $"Not cut off after {said.Count} messages and {since.Elapsed}");
            var begun = Stopwatch.StartNew();
            said.Add((await ada.SayAsync(room, Much)).Id);
            Assert.All(await Task.WhenAll(others.Select(other => other.NextMessageAsync())), heard => Assert.Equal(said[^1], heard.Id));
            latencies.Add(begun.Elapsed);
            if (said.Count > Burst)
                await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        Assert.True(latencies.Order().ElementAt(latencies.Count * 99 / 100) < TimeSpan.FromMilliseconds(500), $"Slowest: {latencies.Max()}");
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

    public sealed class Chat() : ChatApp([("Chat:Limits:MessageLength", "20000")]);
}
