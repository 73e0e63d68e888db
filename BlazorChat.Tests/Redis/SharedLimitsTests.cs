using BlazorChat.Web.Redis;

namespace BlazorChat.Tests.Redis;

public sealed class SharedLimitsTests(RedisServer redis) : IClassFixture<RedisServer>
{
    [Fact]
    public async Task All_nodes_take_from_one_bucket_and_are_told_how_long_to_wait()
    {
        await using var a = await BusNode.StartAsync(redis);
        await using var b = await BusNode.StartAsync(redis);
        var (first, second) = (new SharedLimits(a.Connection, TimeProvider.System), new SharedLimits(b.Connection, TimeProvider.System));

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
        var limits = new SharedLimits(node.Connection, TimeProvider.System);
        Assert.Equal(TimeSpan.Zero, await limits.TakeAsync("hedy", 1, 2));

        using var patience = Patience.Begin();
        while (await limits.TakeAsync("hedy", 1, 2) is { } wait && wait > TimeSpan.Zero)
        {
            Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(0.5));
            await Task.Delay(wait, patience.Token);
        }
    }

    [Fact]
    public async Task Attempts_at_all_nodes_add_up_until_the_first_is_long_enough_ago()
    {
        await using var a = await BusNode.StartAsync(redis);
        await using var b = await BusNode.StartAsync(redis);
        var (first, second) = (new SharedLimits(a.Connection, TimeProvider.System), new SharedLimits(b.Connection, TimeProvider.System));
        var (hour, moment) = (TimeSpan.FromHours(1), TimeSpan.FromSeconds(1));

        TimeSpan?[] waits = [await first.CountAsync("mail", "ada", 2, hour), await second.CountAsync("mail", "ada", 2, hour), await first.CountAsync("mail", "ada", 2, hour)];

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero], waits[..2]);
        Assert.InRange(waits[2]!.Value, hour / 2, hour);
        Assert.Equal(TimeSpan.Zero, await second.CountAsync("mail", "grace", 2, hour));
        using var patience = Patience.Begin();
        Assert.Equal(TimeSpan.Zero, await first.CountAsync("token", "ada", 1, moment));
        while (await second.CountAsync("token", "ada", 1, moment) is { } wait && wait > TimeSpan.Zero)
        {
            Assert.InRange(wait, TimeSpan.Zero, moment);
            await Task.Delay(wait, patience.Token);
        }
    }

    [Fact]
    public async Task Failures_at_all_nodes_add_up_to_a_lock_that_ends()
    {
        await using var a = await BusNode.StartAsync(redis);
        await using var b = await BusNode.StartAsync(redis);
        var (first, second) = (new SharedLimits(a.Connection, TimeProvider.System), new SharedLimits(b.Connection, TimeProvider.System));
        var (minute, moment) = (TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.Zero, await first.FailAsync("guess", "ada", 2, minute));
        Assert.Equal(TimeSpan.Zero, await second.FailAsync("guess", "ada", 2, minute));
        Assert.InRange((await first.FailAsync("guess", "ada", 2, minute))!.Value, TimeSpan.FromTicks(1), minute);

        using var patience = Patience.Begin();
        Assert.Equal(TimeSpan.Zero, await first.FailAsync("guess", "grace", 1, moment));
        while (await second.FailAsync("guess", "grace", 1, moment) is { } left && left > TimeSpan.Zero)
            await Task.Delay(left, patience.Token);
    }

    [Fact]
    public async Task While_Redis_is_away_or_paused_the_node_must_decide()
    {
        await using var server = new RedisServer();
        await server.StartAsync();
        await using var node = await BusNode.StartAsync(server);
        var limits = new SharedLimits(node.Connection, TimeProvider.System);
        Assert.NotNull(await limits.TakeAsync("ada", 1, 1));
        Assert.NotNull(await limits.CountAsync("mail", "ada", 1, TimeSpan.FromHours(1)));

        await server.PauseAsync(TimeSpan.FromSeconds(10));
        Assert.Null(await limits.TakeAsync("ada", 1, 1));
        Assert.Null(await limits.CountAsync("mail", "ada", 1, TimeSpan.FromHours(1)));
        await server.KillAsync();
        Assert.Null(await limits.TakeAsync("ada", 1, 1));
        Assert.Null(await limits.FailAsync("guess", "ada", 1, TimeSpan.FromHours(1)));
    }
}
