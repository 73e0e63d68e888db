namespace BlazorChat.Web.Features.Files.Images;

/// <summary>A set that keeps only the items added last.</summary>
internal sealed class RecentSet(int capacity)
{
    private readonly HashSet<string> members = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private readonly Lock gate = new();

    public bool Contains(string member)
    {
        lock (gate)
            return members.Contains(member);
    }

    public void Add(string member)
    {
        lock (gate)
        {
            if (!members.Add(member))
                return;
            order.Enqueue(member);
            if (order.Count > capacity)
                members.Remove(order.Dequeue());
        }
    }
}
