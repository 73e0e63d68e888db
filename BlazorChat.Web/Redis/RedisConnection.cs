using StackExchange.Redis;

namespace BlazorChat.Web.Redis;

/// <summary>
/// The connection to Redis. The chat starts and serves without it: it connects again by itself for as long as it takes.
/// </summary>
internal sealed partial class RedisConnection(
    ConfigurationOptions options, ReadEpoch readEpoch, ILogger<RedisConnection> logger) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private ConnectionMultiplexer? connection;
    private string prefix = "";

    /// <summary>Raised when the connection is lost.</summary>
    public event Action? Failed;

    public bool IsConnected => connection?.IsConnected == true;

    public IDatabase Database => Connection.GetDatabase();

    public ISubscriber Subscriber => Connection.GetSubscriber();

    private ConnectionMultiplexer Connection => connection ?? throw new InvalidOperationException("Not started yet.");

    public async Task ConnectAsync(CancellationToken ct)
    {
        if (connection is not null)
            return;
        // Pub/sub goes over all databases of a Redis: the number keeps two copies of one chat apart.
        prefix = $"blazorchat:{await readEpoch(ct)}:{options.DefaultDatabase}:";
        var made = await ConnectionMultiplexer.ConnectAsync(options);
        if (!made.IsConnected)
            Log.Away(logger, "It does not answer yet.");
        made.ConnectionFailed += (_, why) =>
        {
            Log.Away(logger, $"{why.FailureType}.");
            Failed?.Invoke();
        };
        made.ConnectionRestored += (_, _) => Log.Back(logger);
        connection = made;
    }

    /// <summary>The name in Redis of something that belongs to this chat. Several chats may share a Redis.</summary>
    public string Name(string of) => prefix + of;

    /// <summary>The one channel of this chat.</summary>
    public RedisChannel Channel => RedisChannel.Literal(Name("bus"));

    /// <exception cref="RedisException">Redis is away.</exception>
    /// <exception cref="TimeoutException">It does not answer. The message may arrive later.</exception>
    public Task PublishAsync(byte[] message, CancellationToken ct) => Subscriber.PublishAsync(Channel, message).WaitAsync(Patience, ct);

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is away: {Why} The chat goes on without it and looks into the log instead")]
        public static partial void Away(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Information, Message = "Redis is back")]
        public static partial void Back(ILogger logger);
    }
}

/// <summary>Reads the database's epoch, which tells this chat from others that share a Redis.</summary>
internal delegate Task<string> ReadEpoch(CancellationToken ct);
