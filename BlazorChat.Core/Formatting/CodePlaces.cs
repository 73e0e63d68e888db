using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BlazorChat.Core.Formatting;

/// <summary>Where a text is code, by the same parser that decides what is shown as code.</summary>
internal static class CodePlaces
{
    /// <returns>Where each begins and ends, signs and fences included, in their order.</returns>
    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        if (!text.Contains('`', StringComparison.Ordinal))
            yield break;
        foreach (var part in Markdown.Parse(text, Grammar.WithPlaces).Descendants())
            if (part is CodeInline)
                yield return (part.Span.Start, part.Span.End + 1);
            else if (part is FencedCodeBlock fence)
                yield return (fence.Span.Start, EndOf(fence, text));
    }

    // Of a fence that nothing closes, the parser knows only its beginning and its lines.
    private static int EndOf(FencedCodeBlock fence, string text)
    {
        var end = text.IndexOf('\n', fence.Span.Start) is >= 0 and var first ? first : text.Length;
        for (var i = 0; i < fence.Lines.Count; i++)
            end = Math.Max(end, fence.Lines.Lines[i].Slice.End + 1);
        return Math.Max(end, fence.Span.End + 1);
    }
}
