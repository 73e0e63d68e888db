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
    public static readonly MarkdownPipeline Pipeline = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder();
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
