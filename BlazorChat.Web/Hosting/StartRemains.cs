namespace BlazorChat.Web.Hosting;

/// <summary>
/// Gives back, once, what only the start needed: a large part of the heap, which would otherwise stay for as long as nobody says
/// much. Everything waits for it, 40 to 90 ms.
/// </summary>
internal sealed class StartRemains(TimeProvider clock) : BackgroundService
{
    // The work that begins with the chat is done by then.
    private static readonly TimeSpan UntilCalm = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(UntilCalm, clock, stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
