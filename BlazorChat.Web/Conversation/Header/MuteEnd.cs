namespace BlazorChat.Web.Conversation.Header;

/// <summary>Calls back when a mute ends. It ends by itself, without an event.</summary>
internal sealed class MuteEnd(TimeProvider clock, Action over) : IDisposable
{
    // People who are muted for longer will have loaded the page again by then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private ITimer? timer;

    /// <param name="until">Unix milliseconds; null if there is no mute.</param>
    public void Await(long? until)
    {
        Dispose();
        timer = null;
        if (until is null)
            return;
        var left = DateTimeOffset.FromUnixTimeMilliseconds(until.Value) - clock.GetUtcNow();
        if (left < LongestWait)
            timer = clock.CreateTimer(_ => over(), null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => timer?.Dispose();
}
