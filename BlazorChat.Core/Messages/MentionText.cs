using System.Text.RegularExpressions;
using BlazorChat.Core.Users;

namespace BlazorChat.Core.Messages;

/// <summary>Finds who a text mentions: <c>@name</c>, but not in code, in a link or within a word.</summary>
public static partial class MentionText
{
    /// <summary>The most people one message can mention; further ones are not mentioned.</summary>
    public const int Most = 50;

    /// <param name="Index">The position of the @.</param>
    /// <param name="Word">All characters that could belong to the name; some may be the end of a sentence.</param>
    public readonly record struct Written(int Index, string Word)
    {
        /// <summary>The names that the word may mean, the longest first: for "ada." the names "ada." and "ada".</summary>
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

    /// <returns>The mentions in the text: where each one is, who it is, and by which name.</returns>
    public static IEnumerable<(int Index, string Name, string UserId)> Of(string text, IReadOnlyList<Mention> mentions)
    {
        if (mentions.Count == 0)
            yield break;
        var users = mentions.ToDictionary(mention => mention.Name, mention => mention.UserId, StringComparer.OrdinalIgnoreCase);
        foreach (var written in In(text))
            if (written.Names().FirstOrDefault(users.ContainsKey) is { } name)
                yield return (written.Index, name, users[name]);
    }

    /// <returns>The text, with the display names of those who are mentioned.</returns>
    public static string Called(string text, IReadOnlyList<Mention> mentions, IReadOnlyDictionary<string, string> called)
    {
        foreach (var (index, name, userId) in Of(text, mentions).Reverse())
            if (called.TryGetValue(userId, out var shown))
                text = $"{text[..index]}@{shown}{text[(index + 1 + name.Length)..]}";
        return text;
    }

    // "mail@ada" and "/@ada" mention nobody; "_@ada_" is emphasis. In scripts without spaces, letters may stand right before
    // the @.
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

    // Code and links come first, so that no mention is found inside them.
    [GeneratedRegex(@"```(?:.|\n)*?```|`[^`\n]+`|https?://[^\s<>""]+|@[a-z0-9][a-z0-9._-]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
