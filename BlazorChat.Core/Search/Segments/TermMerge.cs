namespace BlazorChat.Core.Search.Segments;

/// <summary>
/// Puts the terms of several segments together. Their blocks come in the order of their first terms, so that only one block of each
/// segment has to be remembered.
/// </summary>
public sealed class TermMerge
{
    private readonly SortedDictionary<byte[], List<long>> waiting = new(TermOrder.Instance);

    public void Add(TermBlock block, BlockWriter into)
    {
        WriteBefore(block.FirstTerm, into);
        var reader = new BlockReader(block.Data);
        while (reader.MoveNext())
        {
            var term = reader.Term.ToArray();
            if (!waiting.TryGetValue(term, out var ids))
                waiting.Add(term, ids = []);
            Postings.Read(reader.Postings, ids);
        }
    }

    /// <returns>The last blocks.</returns>
    public IReadOnlyList<TermBlock> End(BlockWriter into)
    {
        WriteBefore(null, into);
        return into.TakeAll();
    }

    // What comes later is not smaller than the first term of the next block.
    private void WriteBefore(byte[]? end, BlockWriter into)
    {
        List<byte[]> written = [];
        foreach (var (term, ids) in waiting)
        {
            if (end is not null && TermOrder.Instance.Compare(term, end) >= 0)
                break;
            SortedIds.Sort(ids);
            into.Add(term, ids);
            written.Add(term);
        }
        written.ForEach(term => waiting.Remove(term));
    }
}
