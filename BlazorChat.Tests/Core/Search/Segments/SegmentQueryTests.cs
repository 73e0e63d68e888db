using BlazorChat.Core.Search;
using BlazorChat.Core.Search.Segments;
using CsCheck;

namespace BlazorChat.Tests.Core.Search.Segments;

public sealed class SegmentQueryTests
{
    private static readonly Gen<IndexTerm> term = Gen.Select(AnyTerms.Term, Gen.Bool).Select((text, isPrefix) => new IndexTerm(text, isPrefix));

    internal static Gen<IndexQuery> Queries { get; } =
        Gen.Select(term.Array[1, 3].Array[1, 3], term.Array[0, 2]).Select((all, none) => new IndexQuery(all, none));

    [Fact]
    public void What_is_found_is_what_a_list_says() => Gen.Select(AnyTerms.Messages, Queries).Sample((messages, query) =>
    {
        var (wanted, blocks) = (new SegmentQuery(query), messages.Blocks());
        var found = wanted.Find(blocks.Select(block => block.Data));
        Assert.Equal(messages.Where(message => Matches(query, message.Value)).Select(message => message.Key).OrderDescending(), found);
    }, iter: 10_000);

    [Fact]
    public void All_terms_that_are_needed_lie_between_the_ends_of_the_ranges() => Gen.Select(AnyTerms.Messages, Queries).Sample((messages, query) =>
    {
        var ranges = new SegmentQuery(query).Ranges;
        foreach (var text in AnyTerms.All.Where(text => query.All.SelectMany(any => any).Concat(query.None).Any(wanted => Has(wanted, text))))
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(text);
            Assert.Contains(ranges, range => TermOrder.Instance.Compare(range.First, bytes) <= 0 && TermOrder.Instance.Compare(bytes, range.Last) <= 0);
        }
    }, iter: 1_000);

    internal static bool Matches(IndexQuery query, IEnumerable<string> terms) =>
        query.All.All(any => any.Any(term => terms.Any(text => Has(term, text)))) && !query.None.Any(term => terms.Any(text => Has(term, text)));

    private static bool Has(IndexTerm term, string text) => term.IsPrefix ? text.StartsWith(term.Text, StringComparison.Ordinal) : text == term.Text;
}
