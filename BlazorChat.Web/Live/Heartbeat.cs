using BlazorChat.Core.Live;

namespace BlazorChat.Web.Live;

/// <summary>
/// One timer for all streams: a sign of life, which also finds out who has vanished; a look at who does not read; the end of
/// what has expired; and at shutdown the end of all, so that stopping does not wait for readers.
/// </summary>
internal sealed class Heartbeat(
    Broadcaster broadcaster, WaitingWrites writes, TimeProvider clock, IHostApplicationLifetime lifetime) : BackgroundService
{
    // Proxies and browsers give up on silence after 15 s at the earliest.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var goodbye = lifetime.ApplicationStopping.Register(() => broadcaster.EndAll(StreamEnd.ShuttingDown));
        using var timer = new PeriodicTimer(WaitingWrites.BetweenLooks, clock);
        var lastBeat = clock.GetTimestamp();
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            writes.Look();
            broadcaster.EndExpired(clock.GetUtcNow().ToUnixTimeMilliseconds());
            if (clock.GetElapsedTime(lastBeat) < Interval)
                continue;
            broadcaster.Beat();
            lastBeat = clock.GetTimestamp();
        }
    }
}
