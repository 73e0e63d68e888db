using System.Threading.Tasks.Sources;

namespace BlazorChat.Core.Live;

/// <summary>Wakes one waiter; set while nobody waits, the next wait completes at once. Allocates nothing per wait.</summary>
internal sealed class Signal(Wakeups wakeups) : IValueTaskSource
{
    private readonly Wakeups.Worker worker = wakeups.Assign();
    private readonly Lock gate = new();
    private ManualResetValueTaskSourceCore<bool> source;
    private bool isSet;
    private bool isWaiting;

    public ValueTask WaitAsync()
    {
        lock (gate)
        {
            if (isSet)
            {
                isSet = false;
                return ValueTask.CompletedTask;
            }
            source.Reset();
            isWaiting = true;
            return new ValueTask(this, source.Version);
        }
    }

    public void Set()
    {
        lock (gate)
        {
            if (!isWaiting)
            {
                isSet = true;
                return;
            }
            isWaiting = false;
        }
        worker.Wake(this);
    }

    /// <summary>Lets the waiter go on, here and now.</summary>
    internal void Complete() => source.SetResult(true);

    void IValueTaskSource.GetResult(short token) => source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => source.GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        source.OnCompleted(continuation, state, token, flags);
}
