using BlazorChat.Core.Live;

namespace BlazorChat.Web.Live;

/// <summary>Where a stream's events go: the HTTP response, or straight down its socket.</summary>
internal interface IEventWriter
{
    /// <summary>The sign of life that is sent where there is no event: a comment, which readers skip.</summary>
    static ReadOnlySpan<byte> SignOfLife => ":\n\n"u8;

    /// <summary>Writes the events all at once; without any, a sign of life.</summary>
    /// <exception cref="OperationCanceledException">They could not be written in time.</exception>
    ValueTask WriteAsync(ReadOnlySpan<ChatEvent> events, Subscriber reader);
}

/// <summary>How long one write may wait for a reader. Only a write that has to wait starts the clock.</summary>
internal sealed class WriteTimeout(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private CancellationTokenSource? source;

    public CancellationToken Token => Source.Token;

    public bool HasPassed => source?.IsCancellationRequested == true;

    private CancellationTokenSource Source => source ??= new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);

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

    public void Dispose() => source?.Dispose();

    private async ValueTask AwaitSlowAsync<T>(ValueTask<T> write)
    {
        Source.CancelAfter(Limit);
        await write;
        Source.CancelAfter(Timeout.InfiniteTimeSpan);
    }
}
