using System.Text;

namespace BlazorChat.Core.Search.Segments;

/// <summary>Makes the blocks of a new segment.</summary>
public static class SegmentTerms
{
    /// <summary>All messages of a segment have the empty term: it says which ones they are.</summary>
    public static IndexTerm Everything { get; } = new("");

    /// <param name="messages">Ids of messages, each with its terms.</param>
    public static IReadOnlyList<TermBlock> Blocks(IEnumerable<(long Id, IReadOnlyCollection<string> Terms)> messages)
    {
        Dictionary<string, List<long>> postings = new(StringComparer.Ordinal) { [Everything.Text] = [] };
        foreach (var (id, terms) in messages.OrderByDescending(message => message.Id))
        {
            postings[Everything.Text].Add(id);
            foreach (var term in terms)
            {
                if (!postings.TryGetValue(term, out var ids))
                    postings.Add(term, ids = []);
                ids.Add(id);
            }
        }
        var writer = new BlockWriter();
        foreach (var (term, ids) in postings.Select(each => (Term: Encoding.UTF8.GetBytes(each.Key), Ids: each.Value)).OrderBy(each => each.Term, TermOrder.Instance))
            writer.Add(term, ids);
        return writer.TakeAll();
    }
}
