namespace BlazorChat.Web.Log;

/// <summary>
/// Makes a feature's events from its entries. The log says what changed; the tables say what it is now. Live
/// delivery, replay and polling all use this, so they cannot differ.
/// </summary>
public interface IEventSource
{
    IReadOnlyList<EventKind> Kinds { get; }

    /// <summary>Adds the events of several entries of these kinds.</summary>
    Task TellAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct);
}

/// <summary>Looks up what the entries concern, once for all of them, and then makes the events of each.</summary>
/// <typeparam name="TState">What was looked up.</typeparam>
public abstract class EventSource<TState>(params EventKind[] kinds) : IEventSource
{
    public IReadOnlyList<EventKind> Kinds => kinds;

    public async Task TellAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        var now = await LookUpAsync(entries, ct);
        foreach (var entry in entries)
            await TellAsync(entry, now);
    }

    /// <summary>The present state of what the entries name, in as many queries as a single entry needs.</summary>
    protected abstract Task<TState> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct);

    /// <summary>Adds the events of one entry. It adds none if there is nothing to tell any more.</summary>
    protected abstract ValueTask TellAsync(ToldEntry entry, TState now);
}
