using System.Text.RegularExpressions;
using BlazorChat.Core.Users;

namespace BlazorChat.Core.Messages;

/// <summary>Finds who a text addresses: <c>@name</c>, but not in code, in a link or within a word.</summary>
public static partial class MentionText
{
    /// <summary>A message that addresses more than these addresses nobody beyond.</summary>
    public const int Most = 50;

    /// <param name="Index">Where the @ stands.</param>
    /// <param name="Word">All that could belong to the name; it may end a sentence, too.</param>
    public readonly record struct Written(int Index, string Word)
    {
        /// <summary>The names that the word may mean, the longest first: "ada." is "ada." or "ada".</summary>
        public IEnumerable<string> Names()
        {
            for (var name = Word; name.Length >= Username.MinLength; name = name[..^1])
            {
                if (name.Length <= Username.MaxLength)
                    yield return name;
                if (char.IsAsciiLetterOrDigit(name[^1]))
                    yield break;
            }
        }
    }

    public static IEnumerable<Written> In(string text) => !text.Contains('@', StringComparison.Ordinal) ? [] :
        Words().Matches(text)
            .Where(match => match.ValueSpan[0] == '@' && !IsWithinWord(text, match.Index))
            .Take(Most).Select(match => new Written(match.Index, match.Value[1..]));

    // "mail@ada" and "/@ada" address nobody, "_@ada_" is emphasis, and scripts without spaces go on right up to the name.
    private static bool IsWithinWord(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && text[before] == '_')
            before--;
        return before >= 0 &&
            ((char.IsLetterOrDigit(text[before]) && (before < at - 1 || !WritesWithoutSpaces(text[before]))) ||
            (before == at - 1 && text[before] is '@' or '/' or '.' or '-'));
    }

    // Han, Japanese, Korean with its particles, Thai, Lao, Tibetan, Myanmar, Khmer.
    private static bool WritesWithoutSpaces(char letter) => letter is
        (>= '\u0E00' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u31FF') or
        (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF66' and <= '\uFFDC');

    // Code and links are found first, so that nothing is found in them.
    [GeneratedRegex(@"```(?:.|\n)*?```|`[^`\n]+`|https?://[^\s<>""]+|@[a-z0-9][a-z0-9._-]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
