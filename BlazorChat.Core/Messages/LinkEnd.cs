using System.Globalization;

namespace BlazorChat.Core.Messages;

/// <summary>
/// Where a link that stands bare in a text ends: before the punctuation of any script that closes a sentence, and before
/// a bracket that it did not open.
/// </summary>
internal static class LinkEnd
{
    private const string Opening = "([{（［｛「『【〔〖〈《｢";
    private const string Closing = ")]}）］｝」』】〕〗〉》｣";

    // Chinese and Japanese go on without a space, so these end a link wherever they stand.
    private const string Sentence = "。．，、；：！？｡､…“”„«»‹›";

    // What of ASCII closes a sentence, or words set off from the others.
    private const string AsciiTrailing = ".,;:!?'\"*_";

    public static string Cut(string address)
    {
        address = address[..FirstEnd(address)];
        while (address.Length > 0 && (Trails(address[^1]) || IsUnopened(address)))
            address = address[..^1];
        return address;
    }

    private static int FirstEnd(string address)
    {
        for (var i = 0; i < address.Length; i++)
            if (Sentence.Contains(address[i]) || (address[i] > '\x7F' && IsUnopened(address[..(i + 1)])))
                return i;
        return address.Length;
    }

    // "(see https://example.org/a)" ends before the bracket, "https://example.org/a_(b)" after it.
    private static bool IsUnopened(string address) =>
        Closing.IndexOf(address[^1]) is >= 0 and var kind &&
        address.Count(c => c == Closing[kind]) > address.Count(c => c == Opening[kind]);

    private static bool Trails(char last) => last <= '\x7F'
        ? AsciiTrailing.Contains(last)
        : char.GetUnicodeCategory(last) is UnicodeCategory.OtherPunctuation or
            UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;
}
