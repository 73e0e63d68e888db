using System.Net.Sockets;

namespace BlazorChat.Web.Live;

/// <summary>
/// All writes that wait for their readers. One timer looks at them together, so that a write that completes at once costs
/// nothing. The time between two looks counts against a reader only if the second look is on time: if it is late, this
/// process was stopped or overloaded, and the time of all writes begins again.
/// </summary>
internal sealed class WaitingWrites(TimeProvider clock)
{
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Late = 2 * BetweenLooks;

    private readonly Lock gate = new();
    private readonly HashSet<WaitingWrite> writes = [];
    private long lastLook = clock.GetTimestamp();

    public void Add(WaitingWrite write)
    {
        lock (gate)
            writes.Add(write);
    }

    public void Remove(WaitingWrite write)
    {
        lock (gate)
            writes.Remove(write);
    }

    /// <summary>Looks at how much each reader has taken, and cancels the writes to those who take nothing.</summary>
    public void Look()
    {
        var passed = clock.GetElapsedTime(lastLook);
        lastLook = clock.GetTimestamp();
        lock (gate)
            foreach (var write in writes)
                write.Look(passed <= Late ? passed : null);
    }
}

/// <summary>
/// A stream's write that waits for its reader. It is in vain once the kernel has held bytes for ten seconds and the reader
/// took none of them. While the kernel holds nothing, the reader has taken everything, and the delay is ours.
/// </summary>
/// <param name="writes">All that wait.</param>
/// <param name="socket">Tells how much was taken. Without it, nothing counts as taken until the write is done.</param>
internal sealed class WaitingWrite(WaitingWrites writes, Socket? socket) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private CancellationTokenSource? source;
    private SentBytes? seen;
    private TimeSpan? idle;

    /// <summary>Cancels the write once it is in vain.</summary>
    public CancellationToken Token => Source.Token;

    public bool IsInVain => source?.IsCancellationRequested == true;

    private CancellationTokenSource Source => source ??= new CancellationTokenSource();

    /// <summary>Frees the token source until a write has to wait.</summary>
    public void Rest()
    {
        source?.Dispose();
        source = null;
    }

    public ValueTask AwaitAsync<T>(ValueTask<T> write)
    {
        if (!write.IsCompletedSuccessfully)
            return AwaitSlowAsync(write);
        _ = write.Result;
        return ValueTask.CompletedTask;
    }

    /// <summary>Called at each look.</summary>
    /// <param name="passed">Time since the last look; null if this look is late.</param>
    public void Look(TimeSpan? passed)
    {
        var (before, now) = (seen, SentBytes.Of(socket));
        seen = now;
        var isTaken = now is { } known && (!known.AreHeld || known.Taken != before?.Taken);
        // The first look at a write only starts its time.
        idle = isTaken || passed is null || idle is null ? TimeSpan.Zero : idle + passed;
        if (idle >= Limit)
            _ = Source.CancelAsync();
    }

    public void Dispose() => source?.Dispose();

    private async ValueTask AwaitSlowAsync<T>(ValueTask<T> write)
    {
        idle = null;
        writes.Add(this);
        try
        {
            await write;
        }
        finally
        {
            writes.Remove(this);
        }
    }
}
