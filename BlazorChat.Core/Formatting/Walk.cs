using System.Globalization;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BlazorChat.Core.Formatting;

/// <summary>Goes through what the parser read, and tells it.</summary>
internal sealed class Walk(Telling to)
{
    private int emphasis;
    private bool isInLink;

    public void Through(MarkdownDocument document) => Blocks(document, isTight: document.Count == 1);

    private void Blocks(ContainerBlock blocks, bool isTight)
    {
        foreach (var block in blocks)
            if (!to.HasEnough)
                Block(block, isTight);
    }

    private void Block(Block block, bool isTight)
    {
        switch (block)
        {
            case ParagraphBlock paragraph when isTight:
                Lines(paragraph);
                break;
            case ParagraphBlock paragraph:
                to.Begin(new Part(PartKind.Paragraph));
                Lines(paragraph);
                to.End(new Part(PartKind.Paragraph));
                break;
            case FencedCodeBlock code:
                FencedCode.Tell(code, isTight, to);
                break;
            case QuoteBlock quote:
                Within(new Part(PartKind.Quote), quote, isTight: quote.Count == 1);
                break;
            case ListBlock list:
                Within(new Part(list.IsOrdered ? PartKind.OrderedList : PartKind.List, FirstNumber(list)), list, isTight: true);
                break;
            case ListItemBlock item:
                Within(new Part(PartKind.Item), item, IsTight(item));
                break;
            default:
                throw new InvalidOperationException($"The grammar has no {block.GetType().Name}.");
        }
    }

    private void Within(Part part, ContainerBlock blocks, bool isTight)
    {
        to.Begin(part);
        Blocks(blocks, isTight);
        to.End(part);
    }

    private static bool IsTight(ListItemBlock item) => item.Count(block => block is ParagraphBlock) == 1 && item[0] is ParagraphBlock;

    private static string? FirstNumber(ListBlock list) =>
        list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first != 1
            ? first.ToString(CultureInfo.InvariantCulture) : null;

    private void Lines(ParagraphBlock paragraph)
    {
        if (paragraph.Inline is { } inline)
            Inlines(inline);
        else
            for (var i = 0; i < paragraph.Lines.Count; i++)
            {
                if (i > 0)
                    to.LineBreak();
                var line = paragraph.Lines.Lines[i].Slice;
                PlainText.Line(line.Text, line.Start, line.End + 1, to);
            }
    }

    private void Inlines(ContainerInline inlines)
    {
        foreach (var inline in inlines)
            if (!to.HasEnough)
                Inline(inline);
    }

    private void Inline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline { Content.IsEmpty: true }:
                break;
            case LiteralInline literal:
                to.Words(literal.Content.AsSpan());
                break;
            case LineBreakInline:
                to.LineBreak();
                break;
            case CodeInline code:
                to.Code(code.Content);
                break;
            case TokenInline token when isInLink && token.Token.Kind != TokenKind.Emoji:
                to.Words(token.Written);
                break;
            case TokenInline token:
                PlainText.Tell(token.Token, token.Written, to);
                break;
            case LinkInline link:
                Link(link);
                break;
            case EmphasisInline emphasized:
                Emphasis(emphasized);
                break;
            case ContainerInline container:
                Inlines(container);
                break;
            default:
                throw new InvalidOperationException($"The grammar has no {inline.GetType().Name}.");
        }
    }

    private void Emphasis(EmphasisInline emphasized)
    {
        var kind = emphasized switch
        {
            { DelimiterChar: '~' } => PartKind.Struck,
            { DelimiterCount: 2 } => PartKind.Bold,
            _ => PartKind.Italic,
        };
        if (emphasis >= Nesting.Deepest)
            Between(new string(emphasized.DelimiterChar, emphasized.DelimiterCount), emphasized);
        else
        {
            emphasis++;
            Within(new Part(kind), emphasized);
            emphasis--;
        }
    }

    private void Between(string signs, ContainerInline inlines)
    {
        to.Words(signs);
        Inlines(inlines);
        to.Words(signs);
    }

    private void Link(LinkInline link)
    {
        var address = link.Url ?? "";
        if (!isInLink && Links.IsAllowed(address, out var target) && WordsOf(link) is var words && Visible.IsIn(words) && !Disguise.Hides(words, target))
        {
            isInLink = true;
            Within(new Part(PartKind.Link, address), link);
            isInLink = false;
            return;
        }
        to.Words("[");
        Inlines(link);
        to.Words("](");
        PlainText.Line(address, 0, address.Length, to);
        to.Words(link.Title is { Length: > 0 } title ? $" \"{title}\")" : ")");
    }

    private static string WordsOf(LinkInline link)
    {
        var words = new OneLine();
        new Walk(words) { isInLink = true }.Inlines(link);
        return words.ToString();
    }

    private void Within(Part part, ContainerInline inlines)
    {
        to.Begin(part);
        Inlines(inlines);
        to.End(part);
    }
}
