using System.Globalization;

namespace BlazorChat.Load;

/// <summary>The processor time that all nodes have used, in seconds, as their <c>/metrics</c> say.</summary>
internal static class ServerCpu
{
    private const string Metric = "process_cpu_seconds_total ";

    /// <returns>Null where a node does not show its metrics, which it does to its own machine.</returns>
    public static async Task<double?> OfAsync(HttpClient http, IEnumerable<Uri> nodes, CancellationToken ct)
    {
        var seconds = 0.0;
        foreach (var node in nodes)
        {
            using var answer = await http.GetAsync(new Uri(node, "/metrics"), ct);
            if (!answer.IsSuccessStatusCode)
                return null;
            var lines = (await answer.Content.ReadAsStringAsync(ct)).Split('\n');
            seconds += double.Parse(lines.First(line => line.StartsWith(Metric, StringComparison.Ordinal)).AsSpan(Metric.Length), CultureInfo.InvariantCulture);
        }
        return seconds;
    }
}
