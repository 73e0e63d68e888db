using System.Collections.Immutable;
using System.Threading.Channels;

namespace BlazorChat.Web.Log;

/// <summary>
/// Says that the log has grown, and by what. A hint: each listener knows which position comes next, and reads the log where
/// it missed a ring.
/// </summary>
public sealed class Doorbell
{
    private ImmutableArray<Listener> listeners = [];

    /// <summary>A listener of its own, who hears every ring from now on.</summary>
    public Listener Listen()
    {
        var listener = new Listener();
        ImmutableInterlocked.Update(ref listeners, list => list.Add(listener));
        return listener;
    }

    public void Leave(Listener listener) => ImmutableInterlocked.Update(ref listeners, list => list.Remove(listener));

    public void Ring(IReadOnlyList<CommittedEntry> committed)
    {
        if (committed.Count > 0)
            foreach (var listener in listeners)
                listener.Hear(committed);
    }

    /// <summary>One who reads the log: the tail, or a follower.</summary>
    public sealed class Listener
    {
        private const int Remembered = 1024;

        private readonly Channel<IReadOnlyList<CommittedEntry>> rings = Channel.CreateBounded<IReadOnlyList<CommittedEntry>>(
            new BoundedChannelOptions(Remembered) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

        internal Listener()
        {
        }

        /// <summary>Look again, though nothing is known to have come.</summary>
        public void LookAgain() => Hear([]);

        /// <returns>What was committed; empty: read the log.</returns>
        public ValueTask<IReadOnlyList<CommittedEntry>> WaitAsync(CancellationToken ct) => rings.Reader.ReadAsync(ct);

        internal void Hear(IReadOnlyList<CommittedEntry> committed) => rings.Writer.TryWrite(committed);
    }
}
