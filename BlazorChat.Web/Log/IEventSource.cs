namespace BlazorChat.Web.Log;

/// <summary>
/// How a feature tells of its entries. The log says what changed; what it is now is looked up in the tables. Live
/// delivery, replay and polling all come through here, so they cannot differ.
/// </summary>
public interface IEventSource
{
    IReadOnlyList<EventKind> Kinds { get; }

    /// <summary>Tells of several entries of these kinds.</summary>
    Task TellAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct);
}

/// <summary>Looks up what the entries concern, once for all of them, and then tells of each.</summary>
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

    /// <summary>The present state of what the entries name, in as few queries as one entry would take.</summary>
    protected abstract Task<TState> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct);

    /// <summary>Adds the events that tell of an entry; none where there is nothing to tell any more.</summary>
    protected abstract ValueTask TellAsync(ToldEntry entry, TState now);
}
