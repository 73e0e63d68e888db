using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace BlazorChat.Core.Formatting;

/// <summary>Bold, italic and struck; also within words of scripts without spaces, but not in <c>2*3*4</c>.</summary>
internal sealed class EmphasisParser : EmphasisInlineParser
{
    public EmphasisParser()
    {
        CjkFriendlyEmphasis = true;
        EmphasisDescriptors.Add(new EmphasisDescriptor('~', 2, 2, true));
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice) =>
        !(char.IsAsciiLetterOrDigit(slice.PeekCharExtra(-1)) && char.IsAsciiLetterOrDigit(slice.PeekChar())) && base.Match(processor, ref slice);
}
