using System.Globalization;
using System.Text;

namespace BlazorChat.Core;

/// <summary>One line of text as people type it into a form.</summary>
public static class PlainLine
{
    /// <summary>
    /// Trims the text, replaces every run of white space and blank letters by one space, and drops control characters and
    /// lone surrogates. A text without a visible character becomes empty.
    /// </summary>
    public static string Clean(string? input)
    {
        var line = new StringBuilder();
        foreach (var rune in (input ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Visible.IsBlankLetter(rune))
                _ = line.Length > 0 && line[^1] != ' ' ? line.Append(' ') : line;
            else if (!Rune.IsControl(rune) && rune != Rune.ReplacementChar && !IsInvisible(rune))
                line.Append(rune);
        }
        return Visible.IsIn(line.ToString()) ? line.ToString().TrimEnd() : "";
    }

    // Direction overrides and other format characters let one name look like another; the joiner is part of emoji.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value != 0x200D;
}
