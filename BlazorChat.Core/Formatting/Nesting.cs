using Markdig.Parsers;
using Markdig.Syntax;

namespace BlazorChat.Core.Formatting;

/// <summary>Quotes: a &gt; before a space or a word. Faces such as <c>&gt;_&lt;</c> are none.</summary>
internal sealed class NestedQuotes : QuoteBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var next = processor.PeekChar(1);
        return (next is '\0' or ' ' or '\t' or '>' || char.IsLetterOrDigit(next)) && !Nesting.IsDeepest(processor) ? base.TryOpen(processor) : BlockState.None;
    }
}

/// <summary>Lists: with hyphens, stars or numbers, and with something in their first item.</summary>
internal sealed class NestedLists : ListBlockParser
{
    public NestedLists() => ItemParsers.Replace<UnorderedListItemParser>(new Bullets());

    // The parser that is derived from would make a rule of "---" and "_ _ _".
    public override BlockState TryOpen(BlockProcessor processor) =>
        !HasItem(processor.Line.AsSpan()) || Nesting.IsDeepest(processor) ? BlockState.None : base.TryOpen(processor);

    private static bool HasItem(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || !(line[0] is '-' or '*' || char.IsAsciiDigit(line[0])))
            return false;
        if (line.ContainsAnyExcept(" \t" + "-") is false || line.ContainsAnyExcept(" \t" + "*") is false)
            return false;
        var marker = line.IndexOfAny(' ', '\t');
        return marker > 0 && !line[marker..].IsWhiteSpace();
    }
}

internal sealed class Bullets : UnorderedListItemParser
{
    public Bullets() => OpeningCharacters = ['-', '*'];
}

internal static class Nesting
{
    /// <summary>How deep quotes, lists and emphasis may stand in each other; signs of deeper ones are shown as they were written.</summary>
    public const int Deepest = 16;

    /// <summary>Whether a quote or a list that begins now would stand in too many others.</summary>
    public static bool IsDeepest(BlockProcessor processor)
    {
        var depth = 0;
        for (Block? around = processor.CurrentContainer; around is not null; around = around.Parent)
            depth += around is QuoteBlock or ListItemBlock ? 1 : 0;
        return depth >= Deepest;
    }
}
