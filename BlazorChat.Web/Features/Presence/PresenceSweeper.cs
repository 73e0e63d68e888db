using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Presence;

/// <summary>Once a second, ends the typing and presence of those who vanished without a word.</summary>
internal sealed class PresenceSweeper(PresenceEvents presence, TimeProvider clock, ILogger<PresenceSweeper> logger)
    : PeriodicService(TimeSpan.FromSeconds(1), clock, logger)
{
    protected override Task TickAsync(CancellationToken stoppingToken) => presence.SweepAsync(stoppingToken);
}
