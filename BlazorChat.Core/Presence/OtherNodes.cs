namespace BlazorChat.Core.Presence;

/// <summary>What the other nodes say of people. A node that is silent for too long is taken for dead. Not for several threads at once.</summary>
public sealed class OtherNodes(TimeProvider clock)
{
    /// <summary>How long what a node said counts, if nothing more is heard of it.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, Node> nodes = [];

    public IEnumerable<string> People => nodes.Values.SelectMany(node => node.People.Keys);

    public PresenceStatus StatusOf(string userId)
    {
        var highest = PresenceStatus.Offline;
        foreach (var node in nodes.Values)
            if (node.People.TryGetValue(userId, out var there) && there.Status > highest)
                highest = there.Status;
        return highest;
    }

    public int StreamsOf(string userId)
    {
        var streams = 0;
        foreach (var node in nodes.Values)
            streams += node.People.GetValueOrDefault(userId).Streams;
        return streams;
    }

    public long? VersionOf(string name) => nodes.TryGetValue(name, out var node) ? node.Version : null;

    /// <returns>The users of whom it says something else than before.</returns>
    public List<string> Hear(string name, long version, IReadOnlyList<PresenceHere> said, TimeSpan? all)
    {
        if (!nodes.TryGetValue(name, out var node))
            nodes[name] = node = new Node();
        node.Version = version;
        node.LastsUntil = clock.GetTimestamp() + Ticks(all ?? Lasts);
        HashSet<string> changed = [.. said.Select(person => person.UserId)];
        if (all is not null)
        {
            changed.UnionWith(node.People.Keys);
            node.People.Clear();
        }
        foreach (var person in said)
            if (person.Status == PresenceStatus.Offline)
                node.People.Remove(person.UserId);
            else
                node.People[person.UserId] = person;
        return [.. changed];
    }

    public void Leaving(string name, TimeSpan grace)
    {
        if (nodes.TryGetValue(name, out var node))
            node.LastsUntil = clock.GetTimestamp() + Ticks(grace);
    }

    /// <summary>Forgets nodes that are dead or gone.</summary>
    /// <returns>The users who were there.</returns>
    public List<string> Sweep()
    {
        if (nodes.Count == 0)
            return [];
        List<string> gone = [];
        foreach (var (name, node) in nodes.Where(node => node.Value.LastsUntil <= clock.GetTimestamp()).ToList())
        {
            nodes.Remove(name);
            gone.AddRange(node.People.Keys);
        }
        return gone;
    }

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);

    private sealed class Node
    {
        public Dictionary<string, PresenceHere> People { get; } = [];

        public long Version { get; set; }

        /// <summary>In the clock's timestamps.</summary>
        public long LastsUntil { get; set; }
    }
}
