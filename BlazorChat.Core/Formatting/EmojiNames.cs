using System.Text;
using System.Text.RegularExpressions;

namespace BlazorChat.Core.Formatting;

/// <summary>Puts emoji in the place of their names in what is taken in.</summary>
public static partial class EmojiNames
{
    /// <summary>
    /// The text with emoji in the place of their names. Code and addresses stay as they are, and so does a name in the middle of a
    /// word: <c>std::on::x</c>, <c>1:100:2</c>.
    /// </summary>
    /// <returns>Never longer than the text.</returns>
    public static string Replaced(string text)
    {
        if (!text.Contains(':', StringComparison.Ordinal) || !Names().IsMatch(text))
            return text;
        var replaced = new StringBuilder(text.Length);
        var kept = 0;
        var asIs = CodePlaces.Of(text).Concat(Addresses().Matches(text).Select(match => (Start: match.Index, End: match.Index + match.Length)))
            .OrderBy(part => part.Start).ToArray();
        var next = 0;
        foreach (Match match in Names().Matches(text))
        {
            var (at, name) = (match.Index, match.Groups["name"].Value);
            while (next < asIs.Length && asIs[next].End <= at)
                next++;
            var isAsIs = next < asIs.Length && asIs[next].Start <= at;
            // One name may follow another at once.
            var isFree = at == 0 || (kept > 0 && at == kept) || !IsOfWord(text[at - 1]);
            if (isAsIs || !isFree || Shortcodes.Find(name) is not { } emoji)
                continue;
            replaced.Append(text, kept, at - kept).Append(emoji);
            kept = at + name.Length + 2;
        }
        return replaced.Append(text, kept, text.Length - kept).ToString();
    }

    private static bool IsOfWord(char before) => char.IsAsciiLetterOrDigit(before) || before is '_' or ':' or '/';

    // The second colon may be the first one of the next name, where this one is none.
    [GeneratedRegex("(?=:(?<name>[a-zA-Z0-9_+-]{1,50}):(?![a-zA-Z0-9_]))", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"\b(?:https?://|mailto:)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
