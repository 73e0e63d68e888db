using System.Buffers;
using Markdig.Helpers;
using Markdig.Syntax;

namespace BlazorChat.Core.Formatting;

/// <summary>
/// Keeps the parser's time within bounds. It goes through all open signs of a paragraph for each piece in it, and through the rest
/// of the paragraph for what could be the address of a link. Where a text asks for too much of that, a paragraph is shown as it was
/// written. Texts that people write need a hundredth of it.
/// </summary>
internal sealed class Work
{
    /// <summary>What is done for a whole text at most: about 10 ms.</summary>
    public const long Most = 1_500_000;

    private static readonly SearchValues<char> Pieces = SearchValues.Create("*_~[]`\\:@");

    /// <summary>How many signs and characters the parser has been let look at so far.</summary>
    public long Done { get; private set; }

    /// <summary>What has been done for a text.</summary>
    public static Work Of(MarkdownDocument document)
    {
        if (document.GetData(typeof(Work)) is not Work work)
            document.SetData(typeof(Work), work = new Work());
        return work;
    }

    public bool Allows(in StringLineGroup paragraph)
    {
        long signs = 0, pieces = paragraph.Count, addresses = 0, length = 0;
        for (var i = 0; i < paragraph.Count; i++)
        {
            var line = paragraph.Lines[i].Slice.AsSpan();
            length += line.Length;
            for (var at = line.IndexOfAny(Pieces); at >= 0;)
            {
                pieces++;
                signs += line[at] is '*' or '_' or '~' or '[' ? 1 : 0;
                addresses += line[at..].StartsWith("](", StringComparison.Ordinal) ? 1 : 0;
                at = line[(at + 1)..].IndexOfAny(Pieces) is >= 0 and var next ? at + 1 + next : -1;
            }
        }
        var asked = (signs * pieces) + (addresses * length);
        if (Done + asked > Most)
            return false;
        Done += asked;
        return true;
    }
}
