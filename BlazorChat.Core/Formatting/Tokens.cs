using System.Buffers;

namespace BlazorChat.Core.Formatting;

/// <summary>Finds links, e-mail addresses, names and emoji in running text, by the sign that each of them has.</summary>
internal static class Tokens
{
    /// <summary>The characters that can be the sign of one.</summary>
    public static readonly SearchValues<char> Signs = SearchValues.Create(":@");

    private static readonly SearchValues<char> InNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-");

    /// <param name="text">The text.</param>
    /// <param name="sign">Where the colon or @ stands.</param>
    /// <param name="from">What is before has been told and is not part of it.</param>
    /// <param name="end">Where the text ends.</param>
    public static Token At(string text, int sign, int from, int end)
    {
        if (text[sign] == '@')
            return Links.Mail(text, sign, from, end) is { Kind: not TokenKind.None } mail ? mail : NameAt(text, sign, end);
        return Links.Web(text, sign, from, end) is { Kind: not TokenKind.None } link ? link : EmojiAt(text, sign, end);
    }

    private static Token NameAt(string text, int at, int end)
    {
        var after = at + 1;
        if (after >= end || !char.IsAsciiLetterOrDigit(text[after]) || IsWithinWord(text, at))
            return default;
        while (after < end && (char.IsAsciiLetterOrDigit(text[after]) || text[after] is '.' or '_' or '-'))
            after++;
        return after - at > 2 ? new Token(TokenKind.Name, at, after, text[(at + 1)..after]) : default;
    }

    // "mail@ada" and "/@ada" are no names; "_@ada_" is emphasis. In scripts without spaces, letters may stand right before
    // the @.
    private static bool IsWithinWord(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && text[before] == '_')
            before--;
        return before >= 0 &&
            ((char.IsLetterOrDigit(text[before]) && (before < at - 1 || !Script.IsWrittenWithoutSpaces(text[before]))) ||
            (before == at - 1 && text[before] is '@' or '/' or '.' or '-'));
    }

    // "10:30:45" has no emoji in it.
    private static Token EmojiAt(string text, int colon, int end)
    {
        var rest = text.AsSpan(colon + 1, Math.Min(end - colon - 1, Shortcodes.LongestName + 1));
        var length = rest.IndexOfAnyExcept(InNames);
        if (length <= 0 || rest[length] != ':' || (colon > 0 && char.IsAsciiLetterOrDigit(text[colon - 1])))
            return default;
        var behind = colon + length + 2;
        return (behind == end || !char.IsAsciiLetterOrDigit(text[behind])) && Shortcodes.Find(rest[..length]) is { } emoji
            ? new Token(TokenKind.Emoji, colon, behind, emoji) : default;
    }
}
