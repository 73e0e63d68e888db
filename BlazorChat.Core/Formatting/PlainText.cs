namespace BlazorChat.Core.Formatting;

/// <summary>Text that nothing is formatted in: paragraphs, lines, and what stands in the lines.</summary>
internal static class PlainText
{
    /// <summary>A whole text.</summary>
    public static void Tell(string text, Telling to)
    {
        var several = HasSeveral(text);
        var isOpen = false;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            var line = text.AsSpan(start, end - start);
            var isBlank = IsBlank(line);
            if (isBlank && isOpen)
                End(to, several);
            else if (!isBlank)
            {
                if (isOpen)
                    to.LineBreak();
                else if (several)
                    to.Begin(new Part(PartKind.Paragraph));
                Line(text, start, start + line.TrimEnd().Length, to);
            }
            isOpen = !isBlank;
            start = end + 1;
        }
        if (isOpen)
            End(to, several);
    }

    /// <summary>A part of a line.</summary>
    public static void Line(string text, int start, int end, Telling to)
    {
        var told = start;
        for (var at = start; at < end;)
        {
            var next = text.AsSpan(at, end - at).IndexOfAny(Tokens.Signs);
            if (next < 0)
                break;
            var token = Tokens.At(text, at + next, told, end);
            at += next + 1;
            if (token.Kind == TokenKind.None)
                continue;
            Words(text.AsSpan(told, token.Start - told), to);
            Tell(token, text.AsSpan(token.Start, token.End - token.Start), to);
            told = at = token.End;
        }
        Words(text.AsSpan(told, end - told), to);
    }

    public static void Tell(Token token, ReadOnlySpan<char> written, Telling to)
    {
        if (token.Kind == TokenKind.Address)
            to.Address(token.Value, written);
        else if (token.Kind == TokenKind.Name)
            to.Name(new NameWord(token.Value));
        else
            to.Words(token.Value);
    }

    private static void Words(ReadOnlySpan<char> words, Telling to)
    {
        if (!words.IsEmpty)
            to.Words(words);
    }

    private static void End(Telling to, bool several)
    {
        if (several)
            to.End(new Part(PartKind.Paragraph));
    }

    /// <summary>Whether a text has more than one paragraph.</summary>
    public static bool HasSeveral(ReadOnlySpan<char> text)
    {
        if (!text.Contains('\n'))
            return false;
        var (paragraphs, isOpen) = (0, false);
        foreach (var range in text.Split('\n'))
        {
            paragraphs += !IsBlank(text[range]) && !isOpen ? 1 : 0;
            isOpen = !IsBlank(text[range]);
        }
        return paragraphs > 1;
    }

    private static bool IsBlank(ReadOnlySpan<char> line) => !line.ContainsAnyExcept(' ', '\t');
}
