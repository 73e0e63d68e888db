using BlazorChat.Core.Live;

namespace BlazorChat.Web.Log;

/// <summary>Knows which feature owns which kind of entry, and which events there are. The tail, replay and polling ask here.</summary>
public sealed class EventRegistry
{
    private readonly Dictionary<EntryKind, (EventKind Kind, IEventSource? Source)> owners = [];

    /// <param name="sources">The sources of the kinds that readers are told of.</param>
    /// <param name="silent">The kinds that are told to nobody.</param>
    /// <param name="passing">The events that skip the log.</param>
    /// <exception cref="InvalidOperationException">A kind has two owners.</exception>
    public EventRegistry(IEnumerable<IEventSource> sources, IEnumerable<EventKind> silent, IEnumerable<PassingEvent> passing)
    {
        foreach (var source in sources)
            foreach (var kind in source.Kinds)
                Add(kind, source);
        foreach (var kind in silent)
            Add(kind, null);
        Names = [.. owners.Values.Select(owner => owner.Kind.Name).Concat(passing.Select(each => each.Name)).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The names that events have on the wire. A new message has none.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <returns>Null if this version does not know the kind, or if nobody is told of it.</returns>
    public IEventSource? SourceOf(EntryKind kind) => owners.GetValueOrDefault(kind).Source;

    /// <summary>Whether a feature has registered this kind.</summary>
    public bool Knows(EntryKind kind) => owners.ContainsKey(kind);

    public string? NameOf(EntryKind kind) => owners.GetValueOrDefault(kind).Kind?.Name;

    public EntryKind[] KindsWith(params ReadOnlySpan<Reach> reaches)
    {
        List<EntryKind> kinds = [];
        foreach (var (kind, _) in owners.Values)
            if (reaches.Contains(kind.Reach))
                kinds.Add(kind.Kind);
        return [.. kinds];
    }

    private void Add(EventKind kind, IEventSource? source)
    {
        if (!owners.TryAdd(kind.Kind, (kind, source)))
            throw new InvalidOperationException($"Two features have registered the entries of kind {kind.Kind.Number}.");
    }
}
