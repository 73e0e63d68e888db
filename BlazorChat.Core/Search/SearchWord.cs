namespace BlazorChat.Core.Search;

/// <summary>A word or phrase that is searched for.</summary>
public sealed class SearchWord
{
    private readonly FoldedText folded;
    private readonly bool isPrefix;

    private SearchWord(FoldedText folded, bool isPrefix)
    {
        (this.folded, this.isPrefix) = (folded, isPrefix);
        Terms = [.. IndexTerms.Of(folded, isPrefix).Distinct()];
    }

    /// <summary>What a text must have in the index for the word to occur in it.</summary>
    public IReadOnlyList<IndexTerm> Terms { get; }

    /// <summary>Whether the index alone knows where the word occurs: it is one term, neither cut nor with punctuation.</summary>
    public bool IsKnownToIndex =>
        Terms is [var only] && only.Text.EnumerateRunes().Count() == folded.Length && folded.Length < IndexTerm.MaxLength;

    /// <param name="text">The word or phrase as it was written.</param>
    /// <param name="isPrefix">Whether it may be the beginning of a longer word.</param>
    /// <returns>Null if nothing of it is visible.</returns>
    public static SearchWord? Of(string text, bool isPrefix = false) =>
        Folding.Of(text) is { Length: > 0 } folded ? new SearchWord(folded, isPrefix) : null;

    /// <returns>Where it occurs in a text, from first to last.</returns>
    public IEnumerable<(int From, int To)> In(FoldedText text)
    {
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + folded.Length))
            yield return (at, at + folded.Length);
    }

    /// <summary>The same, where signs of formatting may stand within: <c>**ready** now</c>.</summary>
    public IEnumerable<(int From, int To)> BetweenSigns(FoldedText text)
    {
        for (var at = 0; at < text.Length;)
            if (text.IsBoundary(at) && FormattingSigns.EndOf(folded.Points, text.Points, at) is { } end && (isPrefix || text.IsBoundary(end)))
            {
                yield return (at, end);
                at = end;
            }
            else
                at++;
    }

    public bool IsIn(FoldedText text) => Next(text, 0) >= 0;

    private int Next(FoldedText text, int from)
    {
        while (from + folded.Length <= text.Length)
        {
            var found = text.Points[from..].IndexOf(folded.Points);
            if (found < 0)
                return -1;
            from += found;
            if (text.IsBoundary(from) && (isPrefix || text.IsBoundary(from + folded.Length)))
                return from;
            from++;
        }
        return -1;
    }
}
