using System.Data.Common;

namespace BlazorChat.Web.Features.Presence;

/// <summary>Once a second, lets go those who stopped typing or left without a word.</summary>
internal sealed partial class PresenceSweeper(
    PresenceEvents presence, TimeProvider clock, ILogger<PresenceSweeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await presence.SweepAsync(stoppingToken);
            }
            catch (DbException failure)
            {
                // Presence is told and forgotten: no reason to stop the chat.
                Log.CannotTell(logger, failure);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Who came and went could not be told")]
        public static partial void CannotTell(ILogger logger, Exception failure);
    }
}
