using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace BlazorChat.Core.Formatting;

/// <summary>
/// The part of Markdown that messages may use: no HTML, headings, pictures, tables, rules, indented code or definitions of
/// links. Each line of a text is a line of the message.
/// </summary>
internal static class Grammar
{
    public static readonly MarkdownPipeline Pipeline = Build(withPlaces: false);

    /// <summary>The same, and each part knows where in the text it stands, which takes longer.</summary>
    public static readonly MarkdownPipeline WithPlaces = Build(withPlaces: true);

    private static MarkdownPipeline Build(bool withPlaces)
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = withPlaces };
        var paragraphs = new LinesParser();
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange(
        [
            new NestedQuotes(), new NestedLists(), new FencedCodeBlockParser { OpeningCharacters = ['`'] }, new LineAfterParser(paragraphs), paragraphs,
        ]);
        builder.InlineParsers.Clear();
        builder.InlineParsers.AddRange(
        [
            new EscapeParser(), new CodeInlineParser(), new EmphasisParser(), new LinkInlineParser { OpeningCharacters = ['[', ']'] }, new TokenParser(),
            new LineBreakInlineParser { EnableSoftAsHard = true },
        ]);
        return builder.Build();
    }
}
