using BlazorChat.Core.Live;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Live;

/// <summary>
/// One timer for all streams. It sends heartbeats, which also find out which readers have vanished; cuts off readers who do
/// not read; and ends streams whose token has expired. At shutdown all streams end, so that stopping does not wait for readers.
/// </summary>
internal sealed class Heartbeat(
    Broadcaster broadcaster, OpenStreams open, WaitingWrites writes, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<Heartbeat> logger)
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

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Until all streams have ended, readers who do not read are still cut off.
        await open.EndedAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
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
