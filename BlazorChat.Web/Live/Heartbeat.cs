using BlazorChat.Core.Live;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Live;

/// <summary>
/// One timer for all streams: a sign of life, which also finds out who has vanished; a look at who does not read; the end of
/// what has expired; and at shutdown the end of all, so that stopping does not wait for readers.
/// </summary>
internal sealed class Heartbeat(
    Broadcaster broadcaster, WaitingWrites writes, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<Heartbeat> logger)
    : PeriodicService(WaitingWrites.BetweenLooks, clock, logger)
{
    // Proxies and browsers give up on silence after 15 s at the earliest.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private long lastBeat = clock.GetTimestamp();

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStopping.Register(() => broadcaster.EndAll(StreamEnd.ShuttingDown));
        return base.StartAsync(cancellationToken);
    }

    protected override Task TickAsync(CancellationToken stoppingToken)
    {
        writes.Look();
        broadcaster.EndExpired(Clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (Clock.GetElapsedTime(lastBeat) >= Interval)
        {
            broadcaster.Beat();
            lastBeat = Clock.GetTimestamp();
        }
        return Task.CompletedTask;
    }
}
