using System.Globalization;
using System.Text;

namespace BlazorChat.Core.Users;

/// <summary>
/// A name as it is compared with others, in capitals as usernames are kept for that: case, accents, width, spaces and what
/// cannot be seen do not count.
/// </summary>
public static class FoldedName
{
    public static string Of(string name)
    {
        var folded = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            // Full-width forms stand in the order of ASCII.
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
