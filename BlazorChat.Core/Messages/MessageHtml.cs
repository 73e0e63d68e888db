using BlazorChat.Core.Formatting;

namespace BlazorChat.Core.Messages;

/// <summary>How a message's text is shown.</summary>
public static class MessageHtml
{
    private static readonly Dictionary<string, string> NoNames = [];

    /// <summary>As HTML that is safe to show.</summary>
    /// <param name="text">The message's text.</param>
    /// <param name="mentions">The mentions in it, by the names that the text uses.</param>
    /// <param name="called">Display names by user id. Shown instead of the name in the text.</param>
    public static string From(
        Formatted text, IReadOnlyList<Mention>? mentions = null, IReadOnlyDictionary<string, string>? called = null)
    {
        var html = new Html(MentionText.Among(mentions ?? [], called ?? NoNames));
        text.Tell(html);
        return html.ToString();
    }

    /// <summary>The same, of a text of which nothing else is asked.</summary>
    public static string From(
        string text, IReadOnlyList<Mention>? mentions = null, IReadOnlyDictionary<string, string>? called = null) =>
        From(Formatted.Of(text), mentions, called);

    /// <summary>As HTML, without any formatting: what the chat itself says of a room, with the names in it.</summary>
    public static string Plain(string text) => From(Formatted.Plain(text));

    /// <summary>As one line without signs of formatting, with people called by the names they chose.</summary>
    public static string Line(
        Formatted text, IReadOnlyList<Mention>? mentions = null, IReadOnlyDictionary<string, string>? called = null) =>
        Line(text, int.MaxValue, mentions, called);

    /// <summary>The beginning of such a line.</summary>
    /// <param name="text">The message's text.</param>
    /// <param name="most">The most characters.</param>
    /// <param name="mentions">The mentions in it.</param>
    /// <param name="called">Display names by user id.</param>
    public static string Excerpt(
        Formatted text, int most, IReadOnlyList<Mention>? mentions = null, IReadOnlyDictionary<string, string>? called = null)
    {
        // An excerpt of a long text needs only its beginning, white space included.
        var line = Line(text, most * 2, mentions, called);
        var beginning = Beginning(line, most);
        return beginning.Length == line.Length ? line : beginning + "…";
    }

    private static string Beginning(string line, int most)
    {
        var end = 0;
        foreach (var rune in line.EnumerateRunes())
            if (most-- > 0)
                end += rune.Utf16SequenceLength;
            else
                break;
        return line[..end];
    }

    private static string Line(
        Formatted text, int enough, IReadOnlyList<Mention>? mentions, IReadOnlyDictionary<string, string>? called)
    {
        var addressed = MentionText.Among(mentions ?? [], called ?? NoNames);
        var line = new OneLine(enough, word => addressed(word) is { Shown: { } shown, Name: { } name } ? shown + word.Word[name.Length..] : word.Word);
        text.Tell(line);
        return line.ToString();
    }
}
