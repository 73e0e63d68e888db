using System.Collections.Concurrent;

namespace BlazorChat.Core.Live;

/// <summary>
/// Wakes the streams that have something to send: as many at a time as there are processors, one after the other on
/// each. A thousand streams cost two wake-ups of the thread pool, not a thousand, and while one is being written the next
/// ones collect what comes.
/// </summary>
public sealed class Wakeups
{
    private readonly Worker[] workers = [.. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Worker())];
    private int next;

    /// <summary>Each stream stays with one worker.</summary>
    internal Worker Assign() => workers[(uint)Interlocked.Increment(ref next) % workers.Length];

    internal sealed class Worker : IThreadPoolWorkItem
    {
        private readonly ConcurrentQueue<Signal> due = new();
        private int isRunning;

        public void Wake(Signal signal)
        {
            due.Enqueue(signal);
            if (Interlocked.Exchange(ref isRunning, 1) == 0)
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        void IThreadPoolWorkItem.Execute()
        {
            do
            {
                while (due.TryDequeue(out var signal))
                    signal.Complete();
                Volatile.Write(ref isRunning, 0);
                Interlocked.MemoryBarrier();
            }
            while (!due.IsEmpty && Interlocked.Exchange(ref isRunning, 1) == 0);
        }
    }
}
