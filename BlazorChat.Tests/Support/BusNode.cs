using BlazorChat.Web.Hosting;
using BlazorChat.Web.Redis;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlazorChat.Tests.Support;

/// <summary>What a node has of Redis, without the rest of a chat.</summary>
internal sealed class BusNode : IAsyncDisposable
{
    private BusNode(RedisServer redis, string epoch)
    {
        Connection = new RedisConnection(RedisUrl.Parse(redis.Url), _ => Task.FromResult(epoch), NullLogger<RedisConnection>.Instance);
        Listener = new RedisListener(Connection, Node, TimeProvider.System, NullLogger<RedisListener>.Instance);
        Bus = new RedisBus(Connection, Listener, TimeProvider.System, NullLogger<RedisBus>.Instance);
    }

    public ThisNode Node { get; } = new(TimeProvider.System);

    public RedisConnection Connection { get; }

    public RedisListener Listener { get; }

    public RedisBus Bus { get; }

    public static async Task<BusNode> StartAsync(RedisServer redis, string epoch = "epoch")
    {
        var node = new BusNode(redis, epoch);
        await node.Bus.StartAsync(TestContext.Current.CancellationToken);
        await node.Listener.StartAsync(TestContext.Current.CancellationToken);
        return node;
    }

    public Task UntilHearingAsync() => StoredBytes.UntilAsync(() => Listener.IsHearing, "a node hears");

    public async ValueTask DisposeAsync()
    {
        await Listener.StopAsync(CancellationToken.None);
        await Bus.StopAsync(CancellationToken.None);
        Listener.Dispose();
        Bus.Dispose();
        await Connection.DisposeAsync();
    }
}
