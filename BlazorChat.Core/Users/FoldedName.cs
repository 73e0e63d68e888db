using System.Globalization;
using System.Text;

namespace BlazorChat.Core.Users;

/// <summary>
/// A name in the form used to compare it with others: in capitals, like normalised usernames. Case, accents, width, spaces
/// and invisible characters do not count.
/// </summary>
public static class FoldedName
{
    public static string Of(string name)
    {
        var folded = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            // Full-width forms are in the same order as ASCII.
            var narrow = rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFF01 + '!') : rune;
            if (!Visible.IsVisible(narrow) || IsMark(narrow))
                continue;
            var lower = Rune.ToLowerInvariant(narrow);
            folded.Append(Rune.ToUpperInvariant(lower.IsBmp ? new Rune(Latin.WithoutAccent((char)lower.Value)) : lower));
        }
        return folded.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;
}
