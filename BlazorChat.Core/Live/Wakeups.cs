using System.Collections.Concurrent;
using System.Diagnostics;

namespace BlazorChat.Core.Live;

/// <summary>
/// Wakes the streams that have something to send, one after the other, on half of the processors: the other half is left for
/// posting. A thousand streams cost one wake-up of the thread pool, not a thousand. Under load a round starts only every few
/// milliseconds, so that each stream sends what has gathered in one write; without load streams are woken at once.
/// </summary>
public sealed class Wakeups
{
    // As many as one thread wakes in about a millisecond.
    private const int Few = 128;

    private static readonly TimeSpan BetweenRounds = TimeSpan.FromMilliseconds(4);

    private readonly Worker[] workers = [.. Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 2)).Select(_ => new Worker())];
    private int next;

    /// <summary>Each stream stays with one worker.</summary>
    internal Worker Assign() => workers[(uint)Interlocked.Increment(ref next) % workers.Length];

    /// <summary>Starts a round for the streams that are due. Called once after all were marked, so that one round is enough.</summary>
    internal void Go()
    {
        foreach (var worker in workers)
            worker.Go();
    }

    /// <summary>The same, but a few streams are woken here and now if none was woken just before: to wake a thread for them costs more.</summary>
    internal void GoHere()
    {
        foreach (var worker in workers)
            worker.GoHere();
    }

    internal sealed class Worker : IThreadPoolWorkItem
    {
        private readonly ConcurrentQueue<IThreadPoolWorkItem> due = new();
        private long lastRound;
        private int isScheduled;

        public void Add(IThreadPoolWorkItem waiter) => due.Enqueue(waiter);

        public void Go()
        {
            if (!due.IsEmpty && Interlocked.Exchange(ref isScheduled, 1) == 0)
                Schedule();
        }

        public void GoHere()
        {
            if (due.IsEmpty || Interlocked.Exchange(ref isScheduled, 1) != 0)
                return;
            if (due.Count <= Few && Stopwatch.GetElapsedTime(lastRound) >= BetweenRounds)
                Execute();
            else
                Schedule();
        }

        public void Execute()
        {
            lastRound = Stopwatch.GetTimestamp();
            // Streams do not run in the execution context of the request that wakes them: restoring it each time would cost.
            using var alone = ExecutionContext.SuppressFlow();
            // Streams that are marked again meanwhile have their turn in the next round.
            for (var n = due.Count; n > 0 && due.TryDequeue(out var waiter); n--)
                waiter.Execute();
            Volatile.Write(ref isScheduled, 0);
            Interlocked.MemoryBarrier();
            Go();
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
