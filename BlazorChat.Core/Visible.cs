using System.Globalization;
using System.Text;

namespace BlazorChat.Core;

/// <summary>Finds out which characters of a text are visible.</summary>
public static class Visible
{
    /// <summary>Whether the text has a visible character.</summary>
    public static bool IsIn(string text) => text.EnumerateRunes().Any(IsVisible);

    public static bool IsVisible(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && !IsBlankLetter(rune) && !ChangesOthers(rune) &&
        Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;

    /// <summary>Letters and symbols that are drawn as nothing: Hangul fillers and the empty Braille pattern.</summary>
    public static bool IsBlankLetter(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0;

    // Marks that only change how their neighbours look: selectors, the grapheme joiner, Khmer's inherent vowels.
    private static bool ChangesOthers(Rune rune) =>
        rune.Value is 0x034F or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);
}
