using BlazorChat.Core.Live;

namespace BlazorChat.Web.Live;

/// <summary>
/// One timer for all streams: a sign of life, which also finds out who has vanished; the end of what has expired; and at
/// shutdown the end of all, so that stopping does not wait for readers.
/// </summary>
internal sealed class Heartbeat(Broadcaster broadcaster, TimeProvider clock, IHostApplicationLifetime lifetime) : BackgroundService
{
    // Proxies and browsers give up on silence after 15 s at the earliest.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var goodbye = lifetime.ApplicationStopping.Register(() => broadcaster.EndAll(StreamEnd.ShuttingDown));
        using var timer = new PeriodicTimer(Tick, clock);
        var nextBeat = clock.GetUtcNow() + Interval;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = clock.GetUtcNow();
            broadcaster.EndExpired(now.ToUnixTimeMilliseconds());
            if (now < nextBeat)
                continue;
            broadcaster.Beat();
            nextBeat = now + Interval;
        }
    }
}
