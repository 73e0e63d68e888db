using System.Globalization;
using System.Text;

namespace BlazorChat.Core.Search;

/// <summary>What part a character plays in a text that is searched.</summary>
public enum LetterKind : byte
{
    /// <summary>White space: it separates words, however much of it there is.</summary>
    Gap,

    /// <summary>Punctuation: it separates parts of words. The index does not know it.</summary>
    Punctuation,

    /// <summary>A letter or digit of a script that puts spaces between words.</summary>
    Letter,

    /// <summary>A letter of a script without spaces (Chinese, Japanese, Thai), or of Korean: a word may begin at each.</summary>
    Unspaced,

    /// <summary>An emoji or another symbol: a word by itself.</summary>
    Symbol,
}

/// <summary>Sorts characters into kinds.</summary>
internal static class LetterKinds
{
    // Thai to Myanmar; Hangul; Khmer; kana, ideographs and Hangul; Yi; compatibility ideographs; half-width kana and Hangul; further planes.
    private static readonly (int First, int Last)[] WithoutSpaces =
    [
        (0x0E00, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x3005, 0x3007), (0x3040, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
        (0xA000, 0xA4CF), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0xFF66, 0xFFDC), (0x1AFF0, 0x1B16F), (0x20000, 0x3FFFF),
    ];

    private static readonly LetterKind[] Plane = [.. Enumerable.Range(0, 0x10000).Select(Sort)];

    public static LetterKind Of(int point) => point < Plane.Length ? Plane[point] : Sort(point);

    private static LetterKind Sort(int point)
    {
        if (!Rune.TryCreate(point, out var rune))
            return LetterKind.Symbol;
        if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || point == 0x200B)
            return LetterKind.Gap;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or
            UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or
            UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.DecimalDigitNumber or
            UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => IsWithoutSpaces(point) ? LetterKind.Unspaced : LetterKind.Letter,
            UnicodeCategory.OtherSymbol or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => LetterKind.Symbol,
            UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol when point >= 0x80 => LetterKind.Symbol,
            _ => LetterKind.Punctuation,
        };
    }

    private static bool IsWithoutSpaces(int point)
    {
        foreach (var (first, last) in WithoutSpaces)
            if (point >= first && point <= last)
                return true;
        return false;
    }
}
