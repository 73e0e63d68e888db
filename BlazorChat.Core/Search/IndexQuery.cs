namespace BlazorChat.Core.Search;

/// <summary>What the index is asked.</summary>
/// <param name="All">Clauses: of each, a message must have one term at least.</param>
/// <param name="None">Terms that it may not have.</param>
public sealed record IndexQuery(IReadOnlyList<IReadOnlyList<IndexTerm>> All, IReadOnlyList<IndexTerm> None)
{
    /// <summary>What the index can say about the words and filters of a search.</summary>
    public static IndexQuery Of(SearchQuery query)
    {
        List<IReadOnlyList<IndexTerm>> all = [.. query.Words.SelectMany(word => word.Terms).Distinct().Select(term => new[] { term })];
        if (query.HasFile)
            all.Add([IndexTerm.File]);
        if (query.HasImage)
            all.Add([IndexTerm.Image]);
        if (query.HasLink)
            all.Add([IndexTerm.Link]);
        if (query.IsInThread)
            all.Add([IndexTerm.Thread]);
        return new IndexQuery(all, [.. query.Excluded.Where(word => word.IsKnownToIndex).Select(word => word.Terms[0])]);
    }

    /// <summary>Adds a clause.</summary>
    public IndexQuery With(IEnumerable<IndexTerm> any) => this with { All = [.. All, [.. any]] };
}
