using System.Text;

namespace BlazorChat.Core.Search;

/// <summary>A part of what someone typed to search: a word, a phrase or a filter.</summary>
/// <param name="Text">Without quotation marks, the star and the minus.</param>
/// <param name="Filter">The word before the colon, where it is a filter; otherwise null.</param>
/// <param name="IsExcluded">It must not occur.</param>
/// <param name="IsPrefix">It may go on.</param>
internal readonly record struct QueryPart(string Text, string? Filter, bool IsExcluded, bool IsPrefix)
{
    private static readonly string[] Filters = ["in", "from", "has", "is", "before", "after", "on"];

    // Phones put curved quotation marks in place of straight ones.
    private const string Quotes = "\"“”„";

    // At the end of a word they belong to the sentence that somebody copied.
    private static readonly char[] SentenceEnds = [',', '.', ';', ':', '!', '?', '…', '。', '、', '，', '！', '？'];

    private static readonly Refusal OpenQuotation = Refusal.Invalid("q", "A quotation mark is not closed.");

    public static Result<IReadOnlyList<QueryPart>> In(string query)
    {
        List<QueryPart> parts = [];
        for (var at = 0; at < query.Length;)
        {
            if (char.IsWhiteSpace(query[at]))
            {
                at++;
                continue;
            }
            var read = Read(query, at);
            if (read.Refusal is { } why)
                return why;
            (var part, at) = read.Value;
            parts.Add(part);
        }
        return parts;
    }

    private static Result<(QueryPart Part, int End)> Read(string query, int at)
    {
        var isExcluded = query[at] == '-' && at + 1 < query.Length && (IsQuote(query[at + 1]) || IsOfWord(query, at + 1));
        if (isExcluded)
            at++;
        var filter = FilterAt(query, at);
        if (filter is not null)
            at += filter.Length + 1;
        if (at < query.Length && IsQuote(query[at]))
        {
            var close = query.AsSpan(at + 1).IndexOfAny(Quotes);
            if (close < 0)
                return OpenQuotation;
            var end = at + 1 + close + 1;
            var goesOn = filter is null && end < query.Length && query[end] == '*';
            return (new QueryPart(query.Substring(at + 1, close), filter, isExcluded, goesOn), end + (goesOn ? 1 : 0));
        }
        var until = at;
        while (until < query.Length && !char.IsWhiteSpace(query[until]))
            until++;
        return (Word(query[at..until], filter, isExcluded), until);
    }

    private static QueryPart Word(string text, string? filter, bool isExcluded)
    {
        if (filter is not null)
            return new QueryPart(text, filter, isExcluded, false);
        if (text.Length > 1 && text[^1] == '*' && text[^2] != '*')
            return new QueryPart(text[..^1], null, isExcluded, true);
        var trimmed = text.TrimEnd(SentenceEnds);
        return new QueryPart(trimmed.Any(char.IsLetterOrDigit) ? trimmed : text, null, isExcluded, false);
    }

    // "https://example.org" and "note:this" are words.
    private static string? FilterAt(string query, int at)
    {
        var colon = query.IndexOf(':', at);
        var name = colon < 0 ? "" : query[at..colon].ToLowerInvariant();
        return Filters.Contains(name) ? name : null;
    }

    private static bool IsQuote(char c) => Quotes.Contains(c);

    // "->" and "--force" exclude nothing.
    private static bool IsOfWord(string query, int at) => Rune.TryGetRuneAt(query, at, out var rune) && LetterKinds.Of(rune.Value) > LetterKind.Punctuation;
}
