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
            .Where(match => match.ValueSpan[0] == '@' && (match.Index == 0 || !JoinsWords(text[match.Index - 1])))
            .Take(Most).Select(match => new Written(match.Index, match.Value[1..]));

    // "mail@ada" and "/@ada" address nobody.
    private static bool JoinsWords(char before) => char.IsLetterOrDigit(before) || before is '_' or '@' or '/' or '.' or '-';

    // Code and links are found first, so that nothing is found in them.
    [GeneratedRegex(@"```(?:.|\n)*?```|`[^`\n]+`|https?://[^\s<>""]+|@[a-z0-9][a-z0-9._-]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
