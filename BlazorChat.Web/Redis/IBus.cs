namespace BlazorChat.Web.Redis;

/// <summary>
/// Tells the other nodes something, at once and without a promise: it may be lost, doubled, late or out of order. There are
/// two: <see cref="NoBus"/> where there is one node, or nodes that only look into the log, and <see cref="RedisBus"/>.
/// </summary>
public interface IBus
{
    /// <summary>What came and went, for metrics; null where there is no bus.</summary>
    BusCounts? Counts { get; }

    /// <summary>Raised when this node hears again, or for the first time: what was told before is lost.</summary>
    event Action? Restored;

    /// <summary>Tells all other nodes. Returns at once and never fails; what does not get through is dropped.</summary>
    /// <param name="topic">What it is about, a word. Several chats may share a Redis: they do not hear each other.</param>
    /// <param name="message">Makes the message, on another thread.</param>
    void Publish(string topic, Func<byte[]> message);

    /// <summary>Hears what other nodes publish, in the order in which it comes; never what this node publishes.</summary>
    void Subscribe(string topic, Action<ReadOnlyMemory<byte>> hear);

    /// <summary>Asks whether it answers just now.</summary>
    Task<BusHealth> AskAsync();
}

public enum BusHealth
{
    None = 0,
    Ok = 1,
    Failing = 2,
}

/// <param name="IsConnected">Whether what is published arrives now.</param>
/// <param name="Published">Messages that went out.</param>
/// <param name="Received">Messages of other nodes that came in.</param>
/// <param name="Dropped">Messages that did not go out: the bus was away, or too much was waiting.</param>
public sealed record BusCounts(bool IsConnected, long Published, long Received, long Dropped);
