using BlazorChat.Web.Redis;

namespace BlazorChat.Tests.Redis;

public sealed class TokenBucketTests(RedisServer redis) : IClassFixture<RedisServer>
{
    [Fact]
    public async Task All_nodes_take_from_one_bucket_and_are_told_how_long_to_wait()
    {
        await using var a = await BusNode.StartAsync(redis);
        await using var b = await BusNode.StartAsync(redis);
        var (first, second) = (new TokenBuckets(a.Connection, TimeProvider.System), new TokenBuckets(b.Connection, TimeProvider.System));

        // Slow enough that none comes back during the test.
        TimeSpan?[] waits = [await first.TakeAsync("ada", 2, 0.001), await second.TakeAsync("ada", 2, 0.001), await first.TakeAsync("ada", 2, 0.001)];

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero], waits[..2]);
        Assert.InRange(waits[2]!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1000));
        Assert.Equal(TimeSpan.Zero, await second.TakeAsync("grace", 2, 0.001));
    }

    [Fact]
    public async Task Tokens_come_back_by_the_clock_of_Redis()
    {
        await using var node = await BusNode.StartAsync(redis);
        var buckets = new TokenBuckets(node.Connection, TimeProvider.System);
        Assert.Equal(TimeSpan.Zero, await buckets.TakeAsync("hedy", 1, 2));

        using var patience = Patience.Begin();
        while (await buckets.TakeAsync("hedy", 1, 2) is { } wait && wait > TimeSpan.Zero)
        {
            Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(0.5));
            await Task.Delay(wait, patience.Token);
        }
    }

    [Fact]
    public async Task While_Redis_is_away_or_paused_the_node_must_decide()
    {
        await using var server = new RedisServer();
        await server.StartAsync();
        await using var node = await BusNode.StartAsync(server);
        var buckets = new TokenBuckets(node.Connection, TimeProvider.System);
        Assert.NotNull(await buckets.TakeAsync("ada", 1, 1));

        await server.PauseAsync(TimeSpan.FromSeconds(10));
        Assert.Null(await buckets.TakeAsync("ada", 1, 1));
        await server.KillAsync();
        Assert.Null(await buckets.TakeAsync("ada", 1, 1));
    }
}
