namespace BlazorChat.Web.Hosting;

/// <summary>
/// Background work that runs as long as the chat does. After a failure it is logged and restarted, with pauses that grow
/// while it keeps failing. A failure ends neither the work nor the chat.
/// </summary>
public abstract partial class LastingService(TimeProvider clock, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    protected TimeProvider Clock => clock;

    protected ILogger Logger => logger;

    protected virtual TimeSpan LongestPause => TimeSpan.FromSeconds(30);

    /// <summary>The work. It returns when there will be no more to do. If it throws, it is called again.</summary>
    protected abstract Task RunAsync(CancellationToken stoppingToken);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = ShortestPause;
        while (true)
        {
            var begun = clock.GetTimestamp();
            try
            {
                await RunAsync(stoppingToken);
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                if (clock.GetElapsedTime(begun) > LongestPause)
                    pause = ShortestPause; // it worked for a while
                Log.Failed(logger, failure, GetType().Name, pause);
            }
            await Task.Delay(pause, clock, stoppingToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Service} failed and begins again in {Pause}")]
        public static partial void Failed(ILogger logger, Exception failure, string service, TimeSpan pause);
    }
}
