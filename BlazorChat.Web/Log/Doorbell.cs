using System.Collections.Immutable;
using System.Threading.Channels;

namespace BlazorChat.Web.Log;

/// <summary>
/// Tells listeners that the log has grown, and hands them the new entries. It is only a hint: each listener knows which
/// position comes next, and reads the log if it missed a ring.
/// </summary>
public sealed class Doorbell
{
    private ImmutableArray<Listener> listeners = [];
    private long heard;

    /// <summary>Raised for what this node committed, to tell the others.</summary>
    public event Action<IReadOnlyList<CommittedEntry>>? RungHere;

    /// <summary>The highest position of which listeners were told.</summary>
    public long Heard => Interlocked.Read(ref heard);

    /// <summary>Adds a listener, which hears every ring from now on. It goes on on the thread that rings.</summary>
    /// <param name="isPassedBy">Asked before a ring wakes the listener; true: it need not be woken.</param>
    public Listener Listen(Func<IReadOnlyList<CommittedEntry>, bool>? isPassedBy = null)
    {
        var listener = new Listener(isPassedBy);
        ImmutableInterlocked.Update(ref listeners, list => list.Add(listener));
        return listener;
    }

    public void Leave(Listener listener) => ImmutableInterlocked.Update(ref listeners, list => list.Remove(listener));

    /// <summary>Rings for what was committed here.</summary>
    public void Ring(IReadOnlyList<CommittedEntry> committed)
    {
        if (committed.Count == 0)
            return;
        RingFromElsewhere(committed);
        RungHere?.Invoke(committed);
    }

    /// <summary>Rings for what another node committed.</summary>
    public void RingFromElsewhere(IReadOnlyList<CommittedEntry> committed)
    {
        if (committed.Count == 0)
            return;
        NoteHeard(committed[^1].Entry.Position);
        foreach (var listener in listeners)
            listener.Hear(committed);
    }

    /// <summary>Makes all listeners read the log: rings may have been lost.</summary>
    public void LookAtOnce()
    {
        foreach (var listener in listeners)
            listener.LookAgain();
    }

    /// <summary>Makes all listeners read the log, which reaches up to a position of which nothing rang.</summary>
    public void LookUpTo(long head)
    {
        NoteHeard(head);
        LookAtOnce();
    }

    private void NoteHeard(long position)
    {
        for (var known = Heard; known < position; known = Heard)
            Interlocked.CompareExchange(ref heard, position, known);
    }

    /// <summary>A reader of the log: the tail, or a follower.</summary>
    public sealed class Listener
    {
        private const int Remembered = 1024;

        private readonly Channel<IReadOnlyList<CommittedEntry>> rings = Channel.CreateBounded<IReadOnlyList<CommittedEntry>>(
            new BoundedChannelOptions(Remembered)
            {
                SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest, AllowSynchronousContinuations = true,
            });

        private readonly Func<IReadOnlyList<CommittedEntry>, bool>? isPassedBy;

        internal Listener(Func<IReadOnlyList<CommittedEntry>, bool>? isPassedBy) => this.isPassedBy = isPassedBy;

        /// <summary>Makes this listener read the log, even if nothing new is known.</summary>
        public void LookAgain() => Hear([]);

        /// <returns>The entries that were committed. If it is empty, read the log.</returns>
        public ValueTask<IReadOnlyList<CommittedEntry>> WaitAsync(CancellationToken ct) => rings.Reader.ReadAsync(ct);

        internal void Hear(IReadOnlyList<CommittedEntry> committed)
        {
            if (isPassedBy?.Invoke(committed) != true)
                rings.Writer.TryWrite(committed);
        }
    }
}
