using System.Buffers;
using Markdig;
using Markdig.Syntax;

namespace BlazorChat.Core.Formatting;

/// <summary>
/// What a text says: the one place that decides what of it is formatting, code, a link, a name or an emoji. What it looks like
/// as HTML, whom it addresses and what an excerpt of it says are read from here.
/// </summary>
public sealed class Formatted
{
    // A text without any of these, and without lines that could begin a list, is plain.
    private static readonly SearchValues<char> Signs = SearchValues.Create("*_~`[>\\");

    private readonly string text;
    private readonly MarkdownDocument? document;

    private Formatted(string text, MarkdownDocument? document) => (this.text, this.document) = (text, document);

    public static Formatted Of(string text) => new(text, IsPlain(text) ? null : Markdown.Parse(text, Grammar.Pipeline));

    /// <summary>Without any formatting, whatever signs are in it.</summary>
    public static Formatted Plain(string text) => new(text, null);

    /// <summary>Whether what is shown is what was written, letter for letter, so that it can be read back from there.</summary>
    public static bool IsShownAsWritten(string text) => IsPlain(text) && !text.Contains(':', StringComparison.Ordinal) && !PlainText.HasSeveral(text);

    /// <summary>Read by the parser, even if nothing in it is formatted: for tests, which compare.</summary>
    internal static Formatted Parsed(string text) => new(text, Markdown.Parse(text, Grammar.Pipeline));

    /// <summary>Whether a text has a link. One without could not have a colon or an @.</summary>
    public static bool HasLink(string text) => text.AsSpan().ContainsAny(':', '@') && Found(text).Links.Count > 0;

    /// <summary>Where the links of a text lead, in their order.</summary>
    public static IReadOnlyList<string> Links(string text) => text.AsSpan().ContainsAny(':', '@') ? Found(text).Links : [];

    /// <summary>The words after an @ that may be names, in their order; not those in code or in links.</summary>
    public static IReadOnlyList<NameWord> Names(string text) => text.Contains('@', StringComparison.Ordinal) ? Found(text).Names : [];

    internal void Tell(Telling to)
    {
        if (document is not null)
            new Walk(to).Through(document);
        else
            PlainText.Tell(text, to);
    }

    private static Findings Found(string text)
    {
        var found = new Findings();
        Of(text).Tell(found);
        return found;
    }

    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Signs))
            return false;
        foreach (var line in text.EnumerateLines())
            if (line.TrimStart(" \t") is [var first, ..] && (first == '-' || char.IsAsciiDigit(first)))
                return false;
        return true;
    }
}
