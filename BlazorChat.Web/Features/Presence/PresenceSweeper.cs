namespace BlazorChat.Web.Features.Presence;

/// <summary>Once a second, lets go those who stopped typing or left without a word.</summary>
internal sealed class PresenceSweeper(PresenceEvents presence, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await presence.SweepAsync(stoppingToken);
    }
}
