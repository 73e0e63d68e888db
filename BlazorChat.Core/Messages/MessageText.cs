using System.Text;
using BlazorChat.Core.Formatting;

namespace BlazorChat.Core.Messages;

/// <summary>
/// The text of a message: 1 to <c>limit</c> Unicode code points, without blank lines at the start and white space at the end, and
/// with emoji in the place of their names.
/// </summary>
public readonly record struct MessageText
{
    private MessageText(string value) => Value = value;

    public string Value { get; }

    /// <param name="input">
    /// The text as it was sent. Only its ends are trimmed; the first line keeps its indentation, because pasted code needs
    /// it.
    /// </param>
    /// <param name="limit">The most code points, from the configuration.</param>
    public static Result<MessageText> Parse(string? input, int limit)
    {
        var text = EmojiNames.Replaced(WithoutBlankEnds(Normalize(input ?? "")));
        if (!Visible.IsIn(text))
            return Refusal.Invalid("message", "A message cannot be empty.");
        var length = text.EnumerateRunes().Count();
        return length > limit
            ? Refusal.Invalid("message", $"A message has at most {limit:N0} characters; this one has {length:N0}.")
            : new MessageText(text);
    }

    /// <summary>The caption of a file: empty, or the text of a message.</summary>
    /// <param name="input">As it was sent.</param>
    /// <param name="limit">The most code points, from the configuration.</param>
    public static Result<MessageText> ParseCaption(string? input, int limit) =>
        Visible.IsIn(Normalize(input ?? "")) ? Parse(input, limit) : new MessageText("");

    private static string WithoutBlankEnds(string text)
    {
        var trimmed = text.TrimEnd();
        var indentation = trimmed.Length - trimmed.TrimStart().Length;
        return trimmed[(trimmed.LastIndexOf('\n', Math.Max(0, indentation - 1)) + 1)..];
    }

    // One form of line ending; no NUL, which not every database stores; no lone surrogates, which cannot be encoded. What turns
    // letters around is made visible: "moc.knab" would be read as a bank's address wherever the text is shown.
    private static string Normalize(string input)
    {
        var text = new StringBuilder(input.Length);
        foreach (var rune in input.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value != 0)
                text.Append(Directions.IsOverride(rune.Value) ? new Rune(Directions.Shown) : rune);
        return text.ToString();
    }
}
