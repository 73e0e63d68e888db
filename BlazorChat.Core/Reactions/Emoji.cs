using System.Globalization;
using System.Text;

namespace BlazorChat.Core.Reactions;

/// <summary>Exactly one emoji, skin tones, flags, keycaps and joined families included.</summary>
public readonly record struct Emoji
{
    private const int MaxLength = 64;
    private const int EmojiPresentation = 0xFE0F;
    private const int Keycap = 0x20E3;

    private Emoji(string value) => Value = value;

    public string Value { get; }

    public static Result<Emoji> Parse(string? input) =>
        input is { Length: > 0 and <= MaxLength } && IsOneEmoji(input)
            ? new Emoji(input)
            : Refusal.Invalid("reaction", "A reaction is exactly one emoji.");

    private static bool IsOneEmoji(string text)
    {
        if (StringInfo.GetNextTextElementLength(text) != text.Length)
            return false;
        var runes = text.EnumerateRunes().ToArray();
        return IsPictograph(runes[0])
            ? runes.All(rune => IsPictograph(rune) || IsModifier(rune))
            : runes is [_, .., { Value: Keycap }] && "0123456789#*".Contains((char)runes[0].Value);
    }

    // .NET does not know the Emoji property; these are the blocks of Unicode's emoji-data.txt.
    private static bool IsPictograph(Rune rune) => rune.Value is
        (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2190 and <= 0x21FF) or
        (>= 0x2300 and <= 0x23FF) or (>= 0x25A0 and <= 0x25FF) or (>= 0x2934 and <= 0x2935) or
        (>= 0x2B00 and <= 0x2BFF) or 0x203C or 0x2049 or 0x2122 or 0x2139 or 0x24C2 or 0x3030 or 0x303D or 0x3297 or
        0x3299 or 0x00A9 or 0x00AE;

    // The joiner, the presentation selector, and the tags that flags of regions are made of.
    private static bool IsModifier(Rune rune) =>
        rune.Value is 0x200D or EmojiPresentation or (>= 0xE0020 and <= 0xE007F);
}
