using System.Text;

namespace BlazorChat.Core.Search;

/// <summary>
/// The tokenizer, the same for every database: takes a text apart into the terms that the index keeps. Words with punctuation
/// are found by their parts, scripts without spaces by single characters and pairs. Neighbouring words are a term together, too:
/// so a phrase of common words is proposed only where they stand side by side.
/// </summary>
public static class IndexTerms
{
    /// <summary>All terms of a text, for the index.</summary>
    public static void Collect(FoldedText text, ISet<string> terms)
    {
        (int From, int To)? last = null;
        foreach (var (from, to, kind) in Parts(text))
        {
            if (kind == LetterKind.Letter)
            {
                terms.Add(Term(text, from, to));
                if (text.NumberIn(from, to) is { } number)
                {
                    terms.Add(Term(text, from, number));
                    terms.Add(Term(text, number, to));
                }
                if (last is { } before)
                    foreach (var first in Endings(text, before))
                        foreach (var second in Beginnings(text, (from, to)))
                            terms.Add(PairTerm.Of(text, first, second));
                last = (from, to);
                continue;
            }
            last = null;
            for (var n = from; n < to; n++)
            {
                terms.Add(Term(text, n, n + 1));
                if (n + 1 < to && kind == LetterKind.Unspaced)
                    terms.Add(Term(text, n, n + 2));
            }
        }
    }

    /// <summary>The terms that each text has in which a word occurs.</summary>
    /// <param name="word">What is searched for.</param>
    /// <param name="isPrefix">Whether it may go on.</param>
    public static IEnumerable<IndexTerm> Of(FoldedText word, bool isPrefix)
    {
        (int From, int To)? last = null;
        foreach (var (from, to, kind) in Parts(word))
        {
            var goesOn = isPrefix && to == word.Length;
            if (last is { } before && kind == LetterKind.Letter && !goesOn)
                yield return new IndexTerm(PairTerm.Of(word, before, (from, to)));
            last = kind == LetterKind.Letter ? (from, to) : null;
            if (kind == LetterKind.Letter)
                yield return new IndexTerm(Term(word, from, to), goesOn && to - from < IndexTerm.MaxLength);
            else if (kind == LetterKind.Symbol || to - from == 1)
                for (var n = from; n < to; n++)
                    yield return new IndexTerm(Term(word, n, n + 1));
            else
                for (var n = from; n < to - 1; n++)
                    yield return new IndexTerm(Term(word, n, n + 2));
        }
    }

    // Runs of characters of one kind, without gaps and punctuation.
    private static IEnumerable<(int From, int To, LetterKind Kind)> Parts(FoldedText text)
    {
        for (var (from, to) = (0, 0); from < text.Length; from = to)
        {
            var kind = text.KindAt(from);
            to = from + 1;
            while (to < text.Length && text.KindAt(to) == kind)
                to++;
            if (kind > LetterKind.Punctuation)
                yield return (from, to, kind);
        }
    }

    // In "v1 b2", a phrase may begin with the number of the first word, and end before that of the second.
    private static IEnumerable<(int From, int To)> Endings(FoldedText text, (int From, int To) word) =>
        text.NumberIn(word.From, word.To) is { } number ? [word, (number, word.To)] : [word];

    private static IEnumerable<(int From, int To)> Beginnings(FoldedText text, (int From, int To) word) =>
        text.NumberIn(word.From, word.To) is { } number ? [word, (word.From, number)] : [word];

    private static string Term(FoldedText text, int from, int to)
    {
        var term = new StringBuilder(to - from);
        foreach (var point in text.Points[from..Math.Min(to, from + IndexTerm.MaxLength)])
            term.Append(char.ConvertFromUtf32(point));
        return term.ToString();
    }
}
