namespace BlazorChat.Core.Search;

/// <summary>Signs of formatting that stand in a text where one sees none.</summary>
internal static class FormattingSigns
{
    private const int LongestAddress = 2000;

    /// <param name="word">What is looked for, folded.</param>
    /// <param name="text">Where, folded.</param>
    /// <param name="at">Where it would begin.</param>
    /// <returns>Behind its last character; null: it does not stand there.</returns>
    public static int? EndOf(ReadOnlySpan<int> word, ReadOnlySpan<int> text, int at)
    {
        if (text[at] != word[0])
            return null;
        foreach (var point in word)
        {
            if (at < text.Length && text[at] == point && point != ' ')
            {
                at++;
                continue;
            }
            var next = point == ' ' ? AfterGap(text, at) : AfterSigns(text, at);
            if (next == at || (point != ' ' && (next == text.Length || text[next] != point)))
                return null;
            at = point == ' ' ? next : next + 1;
        }
        return at;
    }

    // Emphasis, code, and the rest of a link, whose words one sees alone.
    private static int AfterSigns(ReadOnlySpan<int> text, int at)
    {
        while (at < text.Length && text[at] is '*' or '_' or '~' or '`' or '[' or ']' or '\\')
            at += text[at] == ']' ? LinkEnd(text[at..]) : 1;
        return at;
    }

    private static int LinkEnd(ReadOnlySpan<int> text)
    {
        if (text is not [']', '(', ..])
            return 1;
        var end = text[..Math.Min(text.Length, LongestAddress)].IndexOf(')');
        return end < 0 ? 1 : end + 1;
    }

    // Between words also the signs of a line: quotes and lists.
    private static int AfterGap(ReadOnlySpan<int> text, int at)
    {
        var next = at;
        do
        {
            at = next;
            next = AfterSigns(text, at);
            if (next < text.Length && text[next] == ' ')
                next = AfterSignsOfLine(text, next + 1);
        }
        while (next > at);
        return next;
    }

    private static int AfterSignsOfLine(ReadOnlySpan<int> text, int at)
    {
        while (at < text.Length && text[at] is '>' or ' ')
            at++;
        var number = at;
        while (number < text.Length && text[number] is >= '0' and <= '9')
            number++;
        var behind = number > at && number < text.Length && text[number] is '.' or ')' ? number + 1 : at < text.Length && text[at] == '-' ? at + 1 : at;
        return behind < text.Length && text[behind] == ' ' ? behind + 1 : at;
    }
}
