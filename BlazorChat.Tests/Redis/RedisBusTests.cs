using System.Text;
using System.Threading.Channels;
using BlazorChat.Web.Redis;

namespace BlazorChat.Tests.Redis;

public sealed class RedisBusTests(RedisServer redis) : IClassFixture<RedisServer>
{
    [Fact]
    public async Task What_one_node_publishes_the_other_hears_in_order()
    {
        await using var a = await BusNode.StartAsync(redis);
        await using var b = await BusNode.StartAsync(redis);
        var heard = Hear(b);
        var own = Hear(a);
        await b.UntilHearingAsync();
        await a.UntilHearingAsync();

        for (var number = 0; number < 500; number++)
            Say(a, number.ToString());

        for (var number = 0; number < 500; number++)
            Assert.Equal(number.ToString(), await heard.ReadAsync(TestContext.Current.CancellationToken));
        Assert.False(own.TryRead(out _), "A node heard itself.");
        Assert.Equal((true, 0L), (a.Bus.Counts.IsConnected, a.Bus.Counts.Dropped));
    }

    [Fact]
    public async Task Another_chat_that_shares_the_Redis_hears_nothing()
    {
        await using var a = await BusNode.StartAsync(redis);
        await using var b = await BusNode.StartAsync(redis);
        await using var stranger = await BusNode.StartAsync(redis, "another");
        var (heard, back, other) = (Hear(b), Hear(a), Hear(stranger));
        foreach (var node in new[] { a, b, stranger })
            await node.UntilHearingAsync();

        Say(stranger, "from the other chat");
        Say(a, "from this chat");

        Assert.Equal("from this chat", await heard.ReadAsync(TestContext.Current.CancellationToken));
        Say(b, "and back");
        Assert.Equal("and back", await back.ReadAsync(TestContext.Current.CancellationToken));
        Assert.False(other.TryRead(out _), "A chat heard another one.");
    }

    [Fact]
    public async Task After_a_restart_of_Redis_they_hear_each_other_again()
    {
        await using var server = new RedisServer();
        await server.StartAsync();
        await using var a = await BusNode.StartAsync(server);
        await using var b = await BusNode.StartAsync(server);
        var heard = Hear(b);
        await b.UntilHearingAsync();
        var isBack = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        b.Bus.Restored += () => isBack.TrySetResult();

        await server.KillAsync();
        Assert.Equal(BusHealth.Failing, await a.Bus.AskAsync());
        Say(a, "lost");
        await server.StartAsync();
        await isBack.Task.InPatienceAsync();

        Assert.Equal("again", await SayUntilHeardAsync(a, "again", heard));
        Assert.Equal(BusHealth.Ok, await a.Bus.AskAsync());
    }

    [Fact]
    public async Task A_chat_starts_while_Redis_is_away_and_finds_it_later()
    {
        await using var server = new RedisServer();
        await using var a = await BusNode.StartAsync(server);
        await using var b = await BusNode.StartAsync(server);
        var heard = Hear(b);
        Assert.False(a.Bus.Counts.IsConnected);

        await server.StartAsync();

        Assert.Equal("found", await SayUntilHeardAsync(a, "found", heard));
    }

    [Fact]
    public async Task A_paused_Redis_keeps_nobody_waiting_who_publishes_and_what_waits_is_bounded()
    {
        await using var server = new RedisServer();
        await server.StartAsync();
        await using var a = await BusNode.StartAsync(server);
        await using var b = await BusNode.StartAsync(server);
        var heard = Hear(b);
        await server.PauseAsync(TimeSpan.FromSeconds(10));

        for (var number = 0; number < 5000; number++)
            Say(a, "much");
        Assert.Equal(BusHealth.Failing, await a.Bus.AskAsync());
        Assert.InRange(a.Bus.Counts.Dropped, 3000, 5000);

        Assert.Equal("after", await SayUntilHeardAsync(a, "after", heard));
    }

    private static void Say(BusNode node, string what) => node.Bus.Publish("test", () => Encoding.UTF8.GetBytes(what));

    private static ChannelReader<string> Hear(BusNode node)
    {
        var heard = Channel.CreateUnbounded<string>();
        node.Bus.Subscribe("test", message => heard.Writer.TryWrite(Encoding.UTF8.GetString(message.Span)));
        return heard.Reader;
    }

    // What is said before the other node hears again is lost.
    private static async Task<string?> SayUntilHeardAsync(BusNode from, string what, ChannelReader<string> heard)
    {
        using var patience = Patience.Begin();
        while (true)
        {
            Say(from, what);
            using var moment = CancellationTokenSource.CreateLinkedTokenSource(patience.Token);
            moment.CancelAfter(TimeSpan.FromMilliseconds(200));
            try
            {
                while (await heard.ReadAsync(moment.Token) is { } word)
                    if (word == what)
                        return word;
            }
            catch (OperationCanceledException) when (!patience.IsCancellationRequested)
            {
                // Not yet.
            }
        }
    }
}
