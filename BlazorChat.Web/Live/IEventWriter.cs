using BlazorChat.Core.Live;

namespace BlazorChat.Web.Live;

/// <summary>Where a stream's events go: the HTTP response, or straight down its socket.</summary>
internal interface IEventWriter
{
    /// <summary>The heartbeat, sent when there is no event: a comment, which readers skip.</summary>
    static ReadOnlySpan<byte> SignOfLife => ":\n\n"u8;

    /// <summary>The reader has left.</summary>
    CancellationToken Closed { get; }

    /// <summary>Writes all events at once; a heartbeat if there are none.</summary>
    /// <exception cref="OperationCanceledException">The reader did not take them.</exception>
    ValueTask WriteAsync(ReadOnlySpan<ChatEvent> events, Subscriber reader);

    /// <summary>Ends the response, after all that was written.</summary>
    ValueTask EndAsync();

    /// <summary>Closes the connection. What the reader has not taken by now is lost.</summary>
    void Abort();
}
