using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace BlazorChat.Core.Formatting;

/// <summary>Code between fences. Nothing that was written beside a fence is lost.</summary>
internal static partial class FencedCode
{
    public static void Tell(FencedCodeBlock block, bool isTight, Telling to)
    {
        var about = $"{block.Info} {block.Arguments}".Trim();
        var isLanguage = Language().IsMatch(about);
        List<ReadOnlyMemory<char>> lines = [];
        if (about.Length > 0 && !isLanguage)
            lines.Add(about.AsMemory());
        for (var i = 0; i < block.Lines.Count; i++)
            lines.Add(block.Lines.Lines[i].Slice is var line && line.IsEmpty ? default : line.Text.AsMemory(line.Start, line.Length));
        if (block.ClosingFencedCharCount == 0 && lines is [.., var last])
            lines[^1] = WithoutFence(last, new string('`', block.OpeningFencedCharCount));
        if (lines.Exists(line => !line.Span.IsWhiteSpace()))
            to.CodeBlock(isLanguage ? about : null, lines);
        else
            Fence(new string('`', block.OpeningFencedCharCount) + about, isTight, to);
    }

    // A fence without code is what was written.
    private static void Fence(string written, bool isTight, Telling to)
    {
        if (!isTight)
            to.Begin(new Part(PartKind.Paragraph));
        to.Words(written);
        if (!isTight)
            to.End(new Part(PartKind.Paragraph));
    }

    // Some write the closing fence right behind the code.
    private static ReadOnlyMemory<char> WithoutFence(ReadOnlyMemory<char> line, string fence) =>
        line.Span.TrimEnd() is var written && written.EndsWith(fence, StringComparison.Ordinal) ? line[..(written.Length - fence.Length)] : line;

    [GeneratedRegex(@"^[A-Za-z0-9+#._-]{1,32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();
}
