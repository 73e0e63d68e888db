using System.Diagnostics;

namespace BlazorChat.Load;

/// <summary>Counts durations from a microsecond to minutes in buckets that are five percent wide.</summary>
internal sealed class Latencies
{
    private const double Width = 1.05;
    private static readonly double LogWidth = Math.Log(Width);

    private readonly long[] buckets = new long[400];

    public void Add(long startedAt)
    {
        var microseconds = Math.Max(1, Stopwatch.GetElapsedTime(startedAt).TotalMicroseconds);
        Interlocked.Increment(ref buckets[Math.Min(buckets.Length - 1, (int)(Math.Log(microseconds) / LogWidth))]);
    }

    /// <summary>Milliseconds; 0 if nothing was counted.</summary>
    public double Percentile(double percent)
    {
        var rank = buckets.Sum() * percent / 100;
        var counted = 0L;
        for (var bucket = 0; bucket < buckets.Length; bucket++)
            if ((counted += buckets[bucket]) >= rank && counted > 0)
                return Math.Round(Math.Pow(Width, bucket + 1) / 1000, 2);
        return 0;
    }
}
