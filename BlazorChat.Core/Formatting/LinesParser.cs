using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace BlazorChat.Core.Formatting;

/// <summary>Reads paragraphs. Their lines keep their indentation, which pasted code needs, and lose white space at their ends.</summary>
internal sealed class LinesParser : ParagraphBlockParser
{
    public LinesParser() => ParseSetextHeadings = false;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsBlankLine)
            return BlockState.None;
        KeepIndentation(processor);
        processor.NewBlocks.Push(new ParagraphBlock(this) { Column = processor.Column });
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
            return BlockState.BreakDiscard;
        KeepIndentation(processor);
        return BlockState.Continue;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        ref var lines = ref ((ParagraphBlock)block).Lines;
        for (var i = 0; i < lines.Count; i++)
            lines.Lines[i].Slice.End = lines.Lines[i].Slice.Start + lines.Lines[i].Slice.AsSpan().TrimEnd().Length - 1;
        if (!Work.Of(processor.Document).Allows(lines))
            ((ParagraphBlock)block).ProcessInlines = false;
        return lines.Count > 0;
    }

    private static void KeepIndentation(BlockProcessor processor) => processor.GoToColumn(processor.ColumnBeforeIndent);
}

/// <summary>A line after a quote or a list that does not belong to it begins a paragraph, instead of going on with theirs.</summary>
internal sealed class LineAfterParser(LinesParser paragraphs) : BlockParser
{
    public override BlockState TryOpen(BlockProcessor processor) =>
        processor.CurrentBlock is ParagraphBlock paragraph && IsLeft(paragraph) ? paragraphs.TryOpen(processor) : BlockState.None;

    private static bool IsLeft(ParagraphBlock paragraph)
    {
        for (Block? around = paragraph.Parent; around is not (null or MarkdownDocument); around = around.Parent)
            if (!around.IsOpen && around is not ListBlock)
                return true;
        return false;
    }
}
