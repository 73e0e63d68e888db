namespace BlazorChat.Web.Live;

/// <summary>
/// All writes that wait for their readers. One timer looks at them together, so that a write that need not wait costs nothing.
/// What passes between two looks counts against a reader only if the second came on time: a look that is late means that we
/// were stopped or overloaded, and everybody's time begins again.
/// </summary>
internal sealed class WaitingWrites(TimeProvider clock)
{
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Late = 2 * BetweenLooks;

    private readonly Lock gate = new();
    private readonly HashSet<WaitingWrite> writes = [];
    private long lastLook = clock.GetTimestamp();

    public void Add(WaitingWrite write)
    {
        lock (gate)
            writes.Add(write);
    }

    public void Remove(WaitingWrite write)
    {
        lock (gate)
            writes.Remove(write);
    }

    /// <summary>Looks at what each reader has taken, and gives up those who take nothing.</summary>
    public void Look()
    {
        var passed = clock.GetElapsedTime(lastLook);
        lastLook = clock.GetTimestamp();
        lock (gate)
            foreach (var write in writes)
                write.Look(passed <= Late ? passed : null);
    }
}
