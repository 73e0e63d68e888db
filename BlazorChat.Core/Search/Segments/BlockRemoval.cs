namespace BlazorChat.Core.Search.Segments;

/// <summary>Taking messages out of blocks, so that nothing of them stays.</summary>
public static class BlockRemoval
{
    /// <summary>Writes a block without messages.</summary>
    /// <param name="block">The block.</param>
    /// <param name="ids">The messages.</param>
    /// <returns>The blocks that are to be in its place; null if it has none of the messages.</returns>
    public static IReadOnlyList<TermBlock>? Without(this TermBlock block, IReadOnlySet<long> ids)
    {
        var (writer, isChanged) = (new BlockWriter(), false);
        List<long> postings = [];
        for (var reader = new BlockReader(block.Data); reader.MoveNext();)
        {
            postings.Clear();
            Postings.Read(reader.Postings, postings);
            isChanged |= postings.RemoveAll(ids.Contains) > 0;
            if (postings.Count > 0)
                writer.Add(reader.Term, postings);
        }
        return isChanged ? writer.TakeAll() : null;
    }
}
