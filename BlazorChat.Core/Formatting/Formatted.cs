using System.Buffers;
using Markdig;
using Markdig.Syntax;

namespace BlazorChat.Core.Formatting;

/// <summary>
/// What a text says: the one place that decides what of it is formatting, code, a link, a name or an emoji. What it looks like
/// as HTML, whom it addresses and what an excerpt of it says are read from here. It is parsed once, when the first of them is asked for.
/// </summary>
public sealed class Formatted
{
    // A text without any of these, and without lines that could begin a list, is plain.
    private static readonly SearchValues<char> Signs = SearchValues.Create("*_~`[>\\");

    private readonly string text;
    private readonly bool isPlain;
    private MarkdownDocument? document;

    private Formatted(string text, bool isPlain) => (this.text, this.isPlain) = (text, isPlain);

    /// <summary>Whether what is shown is what was written, letter for letter, so that it can be read back from there.</summary>
    public bool IsShownAsWritten => isPlain && !text.Contains(':', StringComparison.Ordinal) && !PlainText.HasSeveral(text);

    /// <summary>Whether it has a link. A text without a colon or an @ has none.</summary>
    public bool HasLink => Links.Count > 0;

    /// <summary>Where its links lead, in their order.</summary>
    public IReadOnlyList<string> Links => text.AsSpan().ContainsAny(':', '@') ? Found().Links : [];

    /// <summary>The words after an @ that may be names, in their order; not those in code or in links.</summary>
    public IReadOnlyList<NameWord> Names => text.Contains('@', StringComparison.Ordinal) ? Found().Names : [];

    public static Formatted Of(string text) => new(text, IsPlain(text));

    /// <summary>Without any formatting, whatever signs are in it.</summary>
    public static Formatted Plain(string text) => new(text, isPlain: true);

    /// <summary>Read by the parser, even if nothing in it is formatted: for tests, which compare.</summary>
    internal static Formatted Parsed(string text) => new(text, isPlain: false);

    internal void Tell(Telling to)
    {
        if (isPlain)
            PlainText.Tell(text, to);
        else
            new Walk(to).Through(document ??= Markdown.Parse(text, Grammar.Pipeline));
    }

    private Findings Found()
    {
        var found = new Findings();
        Tell(found);
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
