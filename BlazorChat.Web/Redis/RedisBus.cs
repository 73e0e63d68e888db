using System.Threading.Channels;
using BlazorChat.Web.Hosting;
using StackExchange.Redis;

namespace BlazorChat.Web.Redis;

/// <summary>The bus by Redis pub/sub. One loop sends, so that nobody who publishes waits; what waits is bounded.</summary>
internal sealed class RedisBus : LastingService, IBus
{
    private const int MostWaiting = 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly RedisConnection redis;
    private readonly RedisListener listener;
    private readonly Channel<(string Topic, Func<byte[]> Message)> waiting;
    private long published;
    private long dropped;

    public RedisBus(RedisConnection redis, RedisListener listener, TimeProvider clock, ILogger<RedisBus> logger) : base(clock, logger)
    {
        (this.redis, this.listener) = (redis, listener);
        waiting = Channel.CreateBounded<(string, Func<byte[]>)>(
            new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest },
            _ => Interlocked.Increment(ref dropped));
    }

    public event Action? Restored
    {
        add => listener.Restored += value;
        remove => listener.Restored -= value;
    }

    public BusCounts Counts => new(listener.IsHearing, Interlocked.Read(ref published), listener.Received, Interlocked.Read(ref dropped));

    public void Publish(string topic, Func<byte[]> message) => waiting.Writer.TryWrite((topic, message));

    public void Subscribe(string topic, Action<ReadOnlyMemory<byte>> hear) => listener.Add(topic, hear);

    public async Task<BusHealth> AskAsync()
    {
        try
        {
            await redis.Database.PingAsync().WaitAsync(Patience);
            return BusHealth.Ok;
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            return BusHealth.Failing;
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await redis.ConnectAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        await foreach (var (topic, message) in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await redis.PublishAsync(listener.Wrap(topic, message()), stoppingToken);
                Interlocked.Increment(ref published);
            }
            catch (Exception failure) when (failure is RedisException or TimeoutException)
            {
                Interlocked.Increment(ref dropped);
            }
        }
    }
}
