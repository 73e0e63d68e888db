using System.Globalization;

namespace BlazorChat.Core.Formatting;

/// <summary>
/// Where a link in a text ends: before punctuation that closes a sentence, in any script, and before a closing bracket that
/// was opened outside the link.
/// </summary>
internal static class LinkEnd
{
    private const string Opening = "([{（［｛「『【〔〖〈《｢";
    private const string Closing = ")]}）］｝」』】〕〗〉》｣";

    // Chinese and Japanese text continues without a space, so these characters always end a link.
    private const string Sentence = "。．，、；：！？｡､…“”„«»‹›";

    // ASCII characters that close a sentence or surround words.
    private const string AsciiTrailing = ".,;:!?'\"*_~";

    public static ReadOnlySpan<char> Cut(ReadOnlySpan<char> address)
    {
        Span<int> open = stackalloc int[Opening.Length]; // for each kind of bracket: how many are open
        var end = FirstEnd(address, open);
        for (; end > 0; end--)
        {
            // "(see https://example.org/a)" ends before the bracket, "https://example.org/a_(b)" after it.
            var kind = Closing.IndexOf(address[end - 1]);
            if (kind < 0 ? !Trails(address[end - 1]) : open[kind] >= 0)
                break;
            if (kind >= 0)
                open[kind]++;
        }
        return address[..end];
    }

    private static int FirstEnd(ReadOnlySpan<char> address, Span<int> open)
    {
        for (var i = 0; i < address.Length; i++)
        {
            var kind = Closing.IndexOf(address[i]);
            if (Sentence.Contains(address[i]) || (kind >= 0 && open[kind] <= 0 && (!char.IsAscii(address[i]) || GoesOn(address, i + 1))))
                return i;
            if (kind >= 0)
                open[kind]--;
            else if (Opening.IndexOf(address[i]) is >= 0 and var opened)
                open[opened]++;
        }
        return address.Length;
    }

    // A particle, say: "(https://example.org)를".
    private static bool GoesOn(ReadOnlySpan<char> address, int at) => at < address.Length && Script.IsWrittenWithoutSpaces(address[at]);

    private static bool Trails(char last) => char.IsAscii(last)
        ? AsciiTrailing.Contains(last)
        : char.GetUnicodeCategory(last) is UnicodeCategory.OtherPunctuation or
            UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;
}
