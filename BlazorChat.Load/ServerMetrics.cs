using System.Globalization;

namespace BlazorChat.Load;

/// <summary>What all nodes have used together, as their <c>/metrics</c> say; null where a node does not show them, which it does to its own machine.</summary>
internal static class ServerMetrics
{
    /// <summary>Processor time, in seconds.</summary>
    public static Task<double?> CpuAsync(HttpClient http, IEnumerable<Uri> nodes, CancellationToken ct) =>
        SumAsync("process_cpu_seconds_total ", http, nodes, ct);

    /// <summary>Memory in use, in bytes.</summary>
    public static Task<double?> MemoryAsync(HttpClient http, IEnumerable<Uri> nodes, CancellationToken ct) =>
        SumAsync("process_resident_memory_bytes ", http, nodes, ct);

    private static async Task<double?> SumAsync(string metric, HttpClient http, IEnumerable<Uri> nodes, CancellationToken ct)
    {
        var sum = 0.0;
        foreach (var node in nodes)
        {
            using var answer = await http.GetAsync(new Uri(node, "/metrics"), ct);
            if (!answer.IsSuccessStatusCode)
                return null;
            var lines = (await answer.Content.ReadAsStringAsync(ct)).Split('\n');
            sum += double.Parse(lines.First(line => line.StartsWith(metric, StringComparison.Ordinal)).AsSpan(metric.Length), CultureInfo.InvariantCulture);
        }
        return sum;
    }
}
