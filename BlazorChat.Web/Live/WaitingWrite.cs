using System.Net.Sockets;

namespace BlazorChat.Web.Live;

/// <summary>
/// A stream's write that waits for its reader. It is in vain once the system has held bytes for ten seconds of which the
/// reader took none. While the system holds nothing, the reader has taken all there was, and what is late is our own doing.
/// </summary>
/// <param name="writes">All that wait.</param>
/// <param name="socket">Where the system says what was taken; without one, nothing is until the write is done.</param>
internal sealed class WaitingWrite(WaitingWrites writes, Socket? socket) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private CancellationTokenSource? source;
    private SentBytes? seen;
    private TimeSpan? idle;

    /// <summary>Cancels the write once it is in vain.</summary>
    public CancellationToken Token => Source.Token;

    public bool IsInVain => source?.IsCancellationRequested == true;

    private CancellationTokenSource Source => source ??= new CancellationTokenSource();

    /// <summary>Holds nothing until a write has to wait.</summary>
    public void Rest()
    {
        source?.Dispose();
        source = null;
    }

    public ValueTask AwaitAsync<T>(ValueTask<T> write)
    {
        if (!write.IsCompletedSuccessfully)
            return AwaitSlowAsync(write);
        _ = write.Result;
        return ValueTask.CompletedTask;
    }

    /// <summary>One of the looks at all that wait.</summary>
    /// <param name="passed">Since the last look; null: this one is late.</param>
    public void Look(TimeSpan? passed)
    {
        var (before, now) = (seen, SentBytes.Of(socket));
        seen = now;
        var isTaken = now is { } known && (!known.AreHeld || known.Taken != before?.Taken);
        // The first look at a write only begins its time.
        idle = isTaken || passed is null || idle is null ? TimeSpan.Zero : idle + passed;
        if (idle >= Limit)
            _ = Source.CancelAsync();
    }

    public void Dispose() => source?.Dispose();

    private async ValueTask AwaitSlowAsync<T>(ValueTask<T> write)
    {
        idle = null;
        writes.Add(this);
        try
        {
            await write;
        }
        finally
        {
            writes.Remove(this);
        }
    }
}
