using System.Threading.Channels;

namespace BlazorChat.Web.Log;

/// <summary>
/// Says that the log has grown, and by what. A hint: whoever hears it knows which position comes next, and reads the log
/// where a ring was missed.
/// </summary>
public sealed class Doorbell
{
    private const int Remembered = 1024;

    private readonly Channel<IReadOnlyList<CommittedEntry>> rings = Channel.CreateBounded<IReadOnlyList<CommittedEntry>>(
        new BoundedChannelOptions(Remembered) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    public void Ring(IReadOnlyList<CommittedEntry> committed)
    {
        if (committed.Count > 0)
            rings.Writer.TryWrite(committed);
    }

    /// <summary>Look again, though nothing is known to have come.</summary>
    public void RingAgain() => rings.Writer.TryWrite([]);

    /// <returns>What was committed; empty: read the log.</returns>
    public ValueTask<IReadOnlyList<CommittedEntry>> WaitAsync(CancellationToken ct) => rings.Reader.ReadAsync(ct);
}
