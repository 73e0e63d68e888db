using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;

namespace BlazorChat.Core.Search;

/// <summary>What of a message is searched: its text, the name of its file, and the titles of the pages that it shows.</summary>
/// <param name="text">The text.</param>
/// <param name="beside">The names and titles.</param>
public sealed class SearchedMessage(string text, params IEnumerable<string?>? beside)
{
    private readonly FoldedText folded = Folding.Of(text);
    private readonly FoldedText[] names = [.. (beside ?? []).OfType<string>().Select(Folding.Of)];
    private FoldedText? shown;

    /// <summary>The words in it, for the index.</summary>
    public void CollectTerms(ISet<string> terms)
    {
        IndexTerms.Collect(folded, terms);
        if (Shown != folded)
            IndexTerms.Collect(Shown, terms);
        foreach (var name in names)
            IndexTerms.Collect(name, terms);
    }

    /// <summary>Whether all words that must occur do, and none that may not.</summary>
    public bool Matches(SearchQuery query) => query.Words.All(Has) && !query.Excluded.Any(Has);

    /// <returns>Where the words stand in the text, as UTF-16 offsets: in order, apart from each other.</returns>
    public IReadOnlyList<int[]> Marks(SearchQuery query)
    {
        List<int[]> marks = [];
        foreach (var (start, end) in query.Words.SelectMany(Places).Select(found => folded.Written(found.From, found.To)).Order())
            if (marks is [.., var last] && start < last[1])
                last[1] = Math.Max(last[1], end);
            else
                marks.Add([start, end]);
        return marks;
    }

    private IEnumerable<(int From, int To)> Places(SearchWord word) =>
        Shown != folded && word.IsIn(Shown) ? word.BetweenSigns(folded) : word.In(folded);

    internal bool Has(SearchWord word) => word.IsIn(folded) || names.Any(word.IsIn) || (Shown != folded && word.IsIn(Shown));

    // In "**ready** now", signs stand between two words that one sees side by side, in "[ready](https://...) now" a whole address.
    private FoldedText Shown => shown ??= Formatted.Of(text) is { IsShownAsWritten: false } formatted ? Folding.Of(MessageHtml.Line(formatted)) : folded;
}
