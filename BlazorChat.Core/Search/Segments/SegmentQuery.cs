using System.Text;

namespace BlazorChat.Core.Search.Segments;

/// <summary>A query that is asked of one segment after the other.</summary>
public sealed class SegmentQuery
{
    private readonly IndexQuery query;
    private readonly Dictionary<IndexTerm, Wanted> wanted;
    private readonly Wanted[] words;
    private readonly Wanted[] beginnings;

    public SegmentQuery(IndexQuery query)
    {
        this.query = query;
        wanted = query.All.SelectMany(any => any).Concat(query.None).Distinct().ToDictionary(term => term, term => new Wanted(Encoding.UTF8.GetBytes(term.Text)));
        words = [.. wanted.Where(each => !each.Key.IsPrefix).Select(each => each.Value).OrderBy(each => each.Text, TermOrder.Instance)];
        beginnings = [.. wanted.Where(each => each.Key.IsPrefix).Select(each => each.Value)];
    }

    /// <summary>The terms that it needs of a segment, from one to another.</summary>
    public IReadOnlyList<(byte[] First, byte[] Last)> Ranges =>
    [
        .. words.Select(word => (word.Text, word.Text)),
        .. beginnings.Select(beginning => (beginning.Text, (byte[])[.. beginning.Text, byte.MaxValue])), // no character in UTF-8 has that byte
    ];

    /// <param name="blocks">The blocks of a segment that may have the terms, each once.</param>
    /// <returns>The messages in the segment that match, the newest first.</returns>
    public List<long> Find(IEnumerable<byte[]> blocks)
    {
        foreach (var each in wanted.Values)
            each.Ids = [];
        foreach (var block in blocks)
            Collect(block);
        var found = Union(query.All[0]);
        for (var n = 1; n < query.All.Count && found.Count > 0; n++)
            found = SortedIds.Where(found, Union(query.All[n]), areIn: true);
        return query.None.Count == 0 ? found : SortedIds.Where(found, Union(query.None), areIn: false);
    }

    private void Collect(byte[] block)
    {
        var reader = new BlockReader(block);
        while (reader.MoveNext())
        {
            if (WordAt(reader.Term) is { } word)
                Postings.Read(reader.Postings, word.Ids);
            foreach (var beginning in beginnings)
                if (reader.Term.StartsWith(beginning.Text))
                    Postings.Read(reader.Postings, beginning.Ids);
        }
    }

    private Wanted? WordAt(ReadOnlySpan<byte> term)
    {
        var (from, to) = (0, words.Length - 1);
        while (from <= to)
        {
            var middle = (from + to) / 2;
            var order = term.SequenceCompareTo(words[middle].Text);
            if (order == 0)
                return words[middle];
            (from, to) = order < 0 ? (from, middle - 1) : (middle + 1, to);
        }
        return null;
    }

    private List<long> Union(IReadOnlyList<IndexTerm> any)
    {
        if (any is [{ IsPrefix: false } only])
            return wanted[only].Ids;
        List<long> ids = [.. any.SelectMany(term => wanted[term].Ids)];
        SortedIds.Sort(ids);
        return ids;
    }

    /// <summary>A term of the query, with what the segment has of it.</summary>
    private sealed class Wanted(byte[] text)
    {
        public byte[] Text { get; } = text;

        public List<long> Ids { get; set; } = [];
    }
}
