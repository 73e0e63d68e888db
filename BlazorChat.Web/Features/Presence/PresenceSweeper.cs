using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Presence;

/// <summary>Once a second, lets go those who stopped typing or left without a word.</summary>
internal sealed class PresenceSweeper(PresenceEvents presence, TimeProvider clock, ILogger<PresenceSweeper> logger)
    : PeriodicService(TimeSpan.FromSeconds(1), clock, logger)
{
    protected override Task TickAsync(CancellationToken stoppingToken) => presence.SweepAsync(stoppingToken);
}
