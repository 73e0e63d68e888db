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

    /// <summary>Begins a round for those who are due: called once all are, so that one round is enough for them.</summary>
    internal void Go()
    {
        foreach (var worker in workers)
            worker.Go();
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

        public void Execute()
        {
            lastRound = Stopwatch.GetTimestamp();
            // Streams go on as themselves, not as whoever wakes them: nothing of a request's surroundings is set up each time.
            using var alone = ExecutionContext.SuppressFlow();
            // Those who are woken again meanwhile have their turn in the next round.
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
