using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using BlazorChat.Web.Hosting;
using StackExchange.Redis;

namespace BlazorChat.Web.Redis;

/// <summary>
/// Hears what other nodes publish on this chat's channel. Once a second it publishes a beat, which it hears itself: so it
/// knows when it hears again after an outage, and subscribes again when it stays deaf.
/// </summary>
internal sealed partial class RedisListener : PeriodicService
{
    // Beats that may stay out before it subscribes again.
    private const int MostSilent = 5;
    private const byte TopicEnd = (byte)':';

    private readonly RedisConnection redis;
    private readonly byte[] me;
    private readonly ConcurrentDictionary<string, Action<ReadOnlyMemory<byte>>> topics = [];
    private ChannelMessageQueue? queue;
    private volatile bool isHearing;
    private int silent;
    private long received;

    public RedisListener(RedisConnection redis, ThisNode node, TimeProvider clock, ILogger<RedisListener> logger)
        : base(TimeSpan.FromSeconds(1), clock, logger)
    {
        this.redis = redis;
        me = Encoding.ASCII.GetBytes(node.Id);
        redis.Failed += () => isHearing = false;
    }

    /// <summary>Raised when it hears again, or for the first time: everything that is published from now on arrives.</summary>
    public event Action? Restored;

    /// <summary>Whether what is published arrives.</summary>
    public bool IsHearing => isHearing;

    public long Received => Interlocked.Read(ref received);

    /// <summary>Adds someone to what is told of a topic.</summary>
    public void Add(string topic, Action<ReadOnlyMemory<byte>> hear) =>
        topics.AddOrUpdate(topic, hear, (_, others) => others + hear);

    /// <summary>A message as it goes over the channel: who says it, its topic, and what is said.</summary>
    public byte[] Wrap(string topic, byte[] message) => [.. me, .. Encoding.ASCII.GetBytes(topic), TopicEnd, .. message];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await redis.ConnectAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task TickAsync(CancellationToken stoppingToken)
    {
        if (queue is null || (redis.IsConnected && ++silent > MostSilent))
            Subscribe();
        try
        {
            await redis.PublishAsync(me, stoppingToken);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            isHearing = false;
        }
    }

    // Without waiting for an answer it never fails; while Redis is away, it is made when Redis comes.
    private void Subscribe()
    {
        isHearing = false;
        silent = 0;
        queue?.Unsubscribe(CommandFlags.FireAndForget);
        queue = redis.Subscriber.Subscribe(redis.Channel, CommandFlags.FireAndForget);
        queue.OnMessage(heard => Hear((byte[])heard.Message!));
    }

    private void Hear(ReadOnlyMemory<byte> message)
    {
        if (message.Span.StartsWith(me))
            HearBeat();
        else if (message.Span[me.Length..].IndexOf(TopicEnd) is > 0 and var end &&
            topics.TryGetValue(Encoding.ASCII.GetString(message.Span.Slice(me.Length, end)), out var hear))
        {
            Interlocked.Increment(ref received);
            Tell(hear, message[(me.Length + end + 1)..]);
        }
    }

    private void Tell(Action<ReadOnlyMemory<byte>> hear, ReadOnlyMemory<byte> message)
    {
        try
        {
            hear(message);
        }
        catch (JsonException unreadable)
        {
            Log.Unreadable(Logger, unreadable);
        }
    }

    private void HearBeat()
    {
        silent = 0;
        if (isHearing)
            return;
        isHearing = true;
        Restored?.Invoke();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A message of another node cannot be read: is it of another version?")]
        public static partial void Unreadable(ILogger logger, Exception failure);
    }
}
