namespace BlazorChat.Core.Live;

/// <summary>
/// The queue of one reader. While the reader replays the log, it only notes the positions of events. Once the reader has
/// caught up, it goes live and queues them. Events that are never replayed (typing, presence) are queued from the start.
/// The queue is bounded in bytes: a reader that is too slow is cut off, and comes back with its cursor.
/// </summary>
public sealed class Subscription(Subscriber subscriber, int queueBytes, Wakeups wakeups)
{
    private readonly Lock gate = new();
    private readonly Signal signal = new(wakeups);
    private List<ChatEvent> queue = [];
    private int queuedBytes;
    private bool isLive;
    private long passed;

    public Subscriber Subscriber => subscriber;

    /// <summary>Unique in this process.</summary>
    public long Id { get; init; }

    /// <summary>Why the stream is over; null while it goes on.</summary>
    public StreamEnd? Ended { get; private set; }

    /// <summary>Goes live. False if an event came by that the replay has not covered: then there is more to replay.</summary>
    public bool TryGoLive(long replayedTo)
    {
        lock (gate)
        {
            if (passed > replayedTo)
                return false;
            passed = replayedTo;
            isLive = true;
            return true;
        }
    }

    /// <summary>Takes everything that is queued, and leaves an empty list for the queue.</summary>
    public void Drain(ref List<ChatEvent> into)
    {
        into.Clear();
        lock (gate)
        {
            (queue, into) = (into, queue);
            queuedBytes = 0;
        }
    }

    /// <summary>
    /// Completes when something was queued, a heartbeat is due, or the stream has ended. One waiter at a time; it goes on
    /// on one of the few threads that wake all streams, so it must not block there.
    /// </summary>
    public ValueTask WaitAsync() => signal.WaitAsync();

    public void End(StreamEnd why)
    {
        lock (gate)
            Ended ??= why;
        Beat();
    }

    /// <summary>Wakes the reader, so that it can send a heartbeat.</summary>
    public void Beat()
    {
        signal.Set();
        wakeups.Go();
    }

    /// <summary>Queues an event. The caller wakes the reader afterwards, once for all it has queued.</summary>
    internal void Offer(ChatEvent chatEvent)
    {
        lock (gate)
        {
            if (chatEvent.Position is { } position)
            {
                if (position <= passed)
                    return;
                passed = position;
                if (!isLive)
                    return;
            }
            if (Ended is not null)
                return;
            queuedBytes += chatEvent.For(subscriber).Chunk.Length;
            // One alone is taken whatever its size: the reader is not slow.
            if (queuedBytes <= queueBytes || queue.Count == 0)
            {
                queue.Add(chatEvent);
            }
            else
            {
                queue.Clear();
                Ended = StreamEnd.TooSlow;
            }
        }
        signal.Set();
    }
}

/// <summary>Why a stream ended.</summary>
public enum StreamEnd
{
    ReaderLeft,
    TooSlow,
    SignedOut,
    RoomClosed,
    ShuttingDown,

    /// <summary>An administrator ended it. The reader may come back.</summary>
    Dismissed,
}
