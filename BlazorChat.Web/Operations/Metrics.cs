using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using BlazorChat.Core;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Previews.Fetching;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Redis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Operations;

/// <summary>
/// <c>GET /metrics</c>: the chat's metrics in Prometheus format. For this machine only, unless configured otherwise.
/// </summary>
internal static class Metrics
{
    // https://prometheus.io/docs/instrumenting/exposition_formats/
    private const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly double StartedAt = StartOfProcess();

    public static async Task<IResult> Get(
        HttpContext http, Broadcaster broadcaster, IBus bus, IDbContextFactory<ChatDb> databases,
        PageFetcher pages, IOptions<MetricsOptions> options, CancellationToken ct)
    {
        if (!options.Value.PublicMetrics && !IsFromThisMachine(http))
            return Problems.For(Refusal.NotFound);
        await using var db = await databases.CreateDbContextAsync(ct);
        var text = new StringBuilder();
        Gauge("blazorchat_streams", "Streams and polls that are open.", broadcaster.StreamCount);
        Counter("blazorchat_streams_cut_total", "Streams that ended because their reader was too slow.", broadcaster.CutCount);
        // It goes back when a backup is restored, which a counter must not do.
        Gauge("blazorchat_log_position", "The position of the last change in the log.", (await db.HeadAsync(ct)).Position);
        Gauge("blazorchat_database_bytes", "The size of the database.", await db.SizeAsync(ct));
        if (bus.Counts is { } counts)
        {
            Gauge("blazorchat_bus_connected", "Whether there is a connection to Redis: 1 or 0.", counts.IsConnected ? 1 : 0);
            Counter("blazorchat_bus_published_total", "Messages to other nodes that went out by Redis.", counts.Published);
            Counter("blazorchat_bus_received_total", "Messages of other nodes that came by Redis.", counts.Received);
            Counter("blazorchat_bus_dropped_total", "Messages to other nodes that did not go out: Redis was away, or too much was waiting.", counts.Dropped);
        }
        Counter("blazorchat_link_previews_fetched_total", "Pages of other sites of which a preview was made.", pages.Fetched);
        Counter("blazorchat_link_previews_failed_total", "Pages of other sites that could not be fetched, or say nothing of themselves.", pages.Failed);
        Gauge("process_resident_memory_bytes", "Memory in use.", Environment.WorkingSet);
        Counter("process_cpu_seconds_total", "Processor time used.", Environment.CpuUsage.TotalTime.TotalSeconds);
        Gauge("process_start_time_seconds", "When the process started, in seconds since 1970.", StartedAt);
        return TypedResults.Text(text.ToString(), ContentType);

        void Gauge(string name, string help, double value) => Add(name, help, "gauge", value);
        void Counter(string name, string help, double value) => Add(name, help, "counter", value);
        void Add(string name, string help, string type, double value) => text.Append(
            CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n{name} {value}\n");
    }

    private static double StartOfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return new DateTimeOffset(process.StartTime).ToUnixTimeMilliseconds() / 1000.0;
    }

    // A request that a proxy on this machine passes on comes from elsewhere.
    private static bool IsFromThisMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) &&
        !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
}
