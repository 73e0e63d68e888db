using System.Collections.Concurrent;
using System.Diagnostics;

namespace BlazorChat.Core.Live;

/// <summary>
/// Wakes the streams that have something to send, one after the other, on half of the processors: the other half is for
/// those who post. A thousand streams cost one wake-up of the thread pool, not a thousand. Under load it goes round no more often
/// than every few milliseconds, so that each stream sends what has gathered at once; who has been idle is woken at once.
/// </summary>
public sealed class Wakeups
{
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMilliseconds(4);

    private readonly Worker[] workers = [.. Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 2)).Select(_ => new Worker())];
    private int next;

    /// <summary>Each stream stays with one worker.</summary>
    internal Worker Assign() => workers[(uint)Interlocked.Increment(ref next) % workers.Length];

    internal sealed class Worker : IThreadPoolWorkItem
    {
        private readonly ConcurrentQueue<Signal> due = new();
        private long lastRound;
        private int isScheduled;

        public void Wake(Signal signal)
        {
            due.Enqueue(signal);
            if (Interlocked.Exchange(ref isScheduled, 1) == 0)
                Schedule();
        }

        public void Execute()
        {
            lastRound = Stopwatch.GetTimestamp();
            // Those who are woken again meanwhile have their turn in the next round.
            for (var n = due.Count; n > 0 && due.TryDequeue(out var signal); n--)
                signal.Complete();
            Volatile.Write(ref isScheduled, 0);
            Interlocked.MemoryBarrier();
            if (!due.IsEmpty && Interlocked.Exchange(ref isScheduled, 1) == 0)
                Schedule();
        }

        private void Schedule()
        {
            var wait = BetweenRounds - Stopwatch.GetElapsedTime(lastRound);
            if (wait <= TimeSpan.Zero)
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            else
                _ = ExecuteLaterAsync(wait);
        }

        private async Task ExecuteLaterAsync(TimeSpan wait)
        {
            await Task.Delay(wait).ConfigureAwait(false);
            Execute();
        }
    }
}
