namespace BlazorChat.Web.Hosting;

/// <summary>Does the same work at the start and then at every interval. After a failure it retries sooner.</summary>
public abstract class PeriodicService(TimeSpan interval, TimeProvider clock, ILogger logger) : LastingService(clock, logger)
{
    protected override TimeSpan LongestPause => interval > base.LongestPause ? interval : base.LongestPause;

    protected abstract Task TickAsync(CancellationToken stoppingToken);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, Clock);
        do
            await TickAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
