using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace BlazorChat.Load.Ledger;

/// <summary>Asks nodes, one by one, whether they take messages, and notes how long they needed after each kind of harm.</summary>
internal sealed class LedgerProbe(LedgerWriter writer)
{
    // Nets: what is right takes milliseconds, and a machine may be slow and busy.
    private static readonly TimeSpan RecoversWithin = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    private readonly Dictionary<string, List<TimeSpan>> recoveries = [];

    /// <summary>Posts at each node until it is confirmed.</summary>
    /// <returns>What is wrong; null: all nodes confirmed one.</returns>
    public async Task<string?> ToRecoveryAsync(IReadOnlyList<Uri> nodes, string after, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var node in nodes)
            while (await writer.TryAsync(node) is not (HttpStatusCode.Created or HttpStatusCode.OK))
            {
                if (Stopwatch.GetElapsedTime(started) > RecoversWithin)
                    return $"{node} did not recover ({after})";
                await Task.Delay(BetweenAttempts, ct);
            }
        if (!recoveries.TryGetValue(after, out var times))
            recoveries[after] = times = [];
        times.Add(Stopwatch.GetElapsedTime(started));
        return null;
    }

    /// <summary>Posts once at each node, all of which are without their database.</summary>
    /// <returns>What is wrong; null: each of them answered that it cannot save it.</returns>
    public async Task<string?> ExpectUnavailableAsync(IReadOnlyList<Uri> nodes, CancellationToken ct)
    {
        foreach (var node in nodes)
        {
            ct.ThrowIfCancellationRequested();
            if (await writer.TryAsync(node) is not HttpStatusCode.ServiceUnavailable and var answer)
                return $"{node} answered {(answer is null ? "nothing" : (int)answer)} while PostgreSQL was away";
        }
        return null;
    }

    /// <summary>How long it took after each kind of harm until all nodes confirmed messages.</summary>
    public IEnumerable<string> Describe() => recoveries.Select(each => string.Create(
        CultureInfo.InvariantCulture,
        $"  {each.Key}: {each.Value.Count} times, confirmed after {each.Value.Average(t => t.TotalSeconds):0.0} s on average, {each.Value.Max().TotalSeconds:0.0} s at most"));
}
