using System.Text;

namespace BlazorChat.Core.Messages;

/// <summary>What someone may say: 1 to <c>limit</c> Unicode code points after trimming.</summary>
public readonly record struct MessageText
{
    private MessageText(string value) => Value = value;

    public string Value { get; }

    /// <param name="input">As it was sent; stored as written but for white space at its ends.</param>
    /// <param name="limit">The most code points, from the configuration.</param>
    public static Result<MessageText> Parse(string? input, int limit)
    {
        var text = Normalize(input ?? "").Trim();
        if (!text.EnumerateRunes().Any(IsVisible))
            return Refusal.Invalid("message", "A message cannot be empty.");
        var length = text.EnumerateRunes().Count();
        return length > limit
            ? Refusal.Invalid("message", $"A message has at most {limit:N0} characters; this one has {length:N0}.")
            : new MessageText(text);
    }

    /// <summary>What is said about a file: nothing, or what a message may say.</summary>
    /// <param name="input">As it was sent.</param>
    /// <param name="limit">The most code points, from the configuration.</param>
    public static Result<MessageText> ParseCaption(string? input, int limit) =>
        Normalize(input ?? "").EnumerateRunes().Any(IsVisible) ? Parse(input, limit) : new MessageText("");

    private static bool IsVisible(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) &&
        Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.Format;

    // One kind of line end; NUL, which not every database stores; half a surrogate pair, which no encoding carries.
    private static string Normalize(string input)
    {
        var text = new StringBuilder(input.Length);
        foreach (var rune in input.ReplaceLineEndings("\n").EnumerateRunes())
            if (rune.Value != 0)
                text.Append(rune);
        return text.ToString();
    }
}
