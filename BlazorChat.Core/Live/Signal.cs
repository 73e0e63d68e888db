using System.Threading.Tasks.Sources;

namespace BlazorChat.Core.Live;

/// <summary>Wakes one waiter. If it is set while nobody waits, the next wait completes at once. Allocates nothing per wait.</summary>
internal sealed class Signal(Wakeups wakeups) : IValueTaskSource, IThreadPoolWorkItem
{
    private const int Idle = 0;
    private const int IsSet = 1;
    private const int IsWaiting = 2;

    private readonly Wakeups.Worker worker = wakeups.Assign();
    private ManualResetValueTaskSourceCore<bool> source;
    private int state;

    public ValueTask WaitAsync()
    {
        source.Reset();
        if (Interlocked.CompareExchange(ref state, IsWaiting, Idle) == Idle)
            return new ValueTask(this, source.Version);
        // Only the waiter resets it: everything queued before the signal is handled now.
        Volatile.Write(ref state, Idle);
        return ValueTask.CompletedTask;
    }

    /// <summary>The waiter goes on in the next round of <see cref="Wakeups.Go"/>.</summary>
    public void Set()
    {
        if (Interlocked.CompareExchange(ref state, IsSet, Idle) == IsWaiting &&
            Interlocked.CompareExchange(ref state, Idle, IsWaiting) == IsWaiting)
            worker.Add(this);
    }

    /// <summary>Lets the waiter go on, here and now.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        // This wake-up handles everything that the signal was set for since.
        Interlocked.CompareExchange(ref state, Idle, IsSet);
        source.SetResult(true);
    }

    void IValueTaskSource.GetResult(short token) => source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => source.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        source.OnCompleted(continuation, state, token, flags);
}
