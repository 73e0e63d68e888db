namespace BlazorChat.Web.Conversation.Side;

/// <summary>The part of a message in which the words that were found begin, in pieces.</summary>
internal static class Excerpt
{
    private const int Length = 240;
    private const int BeforeFirst = 60;

    /// <param name="text">The message's text.</param>
    /// <param name="marks">Where the words stand in it, in order.</param>
    public static IEnumerable<(string Text, bool IsMarked)> Of(string text, IReadOnlyList<int[]> marks)
    {
        var from = text.Length <= Length || marks.Count == 0 ? 0 : WholeFrom(text, Math.Clamp(marks[0][0] - BeforeFirst, 0, text.Length - Length));
        var to = WholeFrom(text, Math.Min(text.Length, from + Length));
        if (from > 0)
            yield return ("…", false);
        var at = from;
        foreach (var mark in marks.TakeWhile(mark => mark[0] < to))
        {
            var end = Math.Min(mark[1], to);
            if (mark[0] > at)
                yield return (text[at..mark[0]], false);
            yield return (text[mark[0]..end], true);
            at = end;
        }
        if (at < to)
            yield return (text[at..to], false);
        if (to < text.Length)
            yield return ("…", false);
    }

    // Not within a character of two halves.
    private static int WholeFrom(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
