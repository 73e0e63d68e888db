using System.Globalization;
using System.Text;

namespace BlazorChat.Core.Users;

/// <summary>Whether a name could look like another one, or cover the text beside it.</summary>
public static class NameSafety
{
    private const int MostMarks = 4; // on one letter; written languages need three
    private const int Joiner = 0x200D;

    public static bool IsDisguised(string name)
    {
        var (runes, marks) = (name.EnumerateRunes().ToArray(), 0);
        for (var i = 0; i < runes.Length; i++)
        {
            marks = Rune.GetUnicodeCategory(runes[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MostMarks || Visible.IsBlankLetter(runes[i]) || (runes[i].Value == Joiner && !Joins(runes, i)))
                return true;
        }
        return false;
    }

    // Emoji contain it, and scripts that join their letters need it.
    private static bool Joins(Rune[] runes, int at) =>
        at > 0 && at + 1 < runes.Length &&
        ((IsPictograph(runes[at - 1]) && IsPictograph(runes[at + 1])) || (IsJoiningScript(runes[at - 1]) && IsJoiningScript(runes[at + 1])));

    private static bool IsPictograph(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol || rune.Value is 0xFE0F or (>= 0x1F3FB and <= 0x1F3FF);

    // Arabic and Syriac with their neighbours, the scripts of India and Sri Lanka, Myanmar, Khmer, Mongolian.
    private static bool IsJoiningScript(Rune rune) => rune.Value is
        (>= 0x0600 and <= 0x08FF) or (>= 0x0900 and <= 0x0DFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x18AF) or
        (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);
}
