using System.Text;

namespace BlazorChat.Core.Reactions;

/// <summary>
/// Exactly one emoji, in one normal form, so that emoji that look the same are equal. Skin tones, flags, keycaps and joined
/// families count as one emoji. The form is Unicode's "fully qualified" one: U+FE0F follows a character that would otherwise
/// be shown as text, and appears nowhere else.
/// </summary>
public readonly record struct Emoji
{
    private const int MaxLength = 64;
    private const int MostJoined = 4; // the largest that Unicode knows: families and kisses
    private const int EmojiPresentation = 0xFE0F;
    private const int Joiner = 0x200D;
    private const int Keycap = 0x20E3;
    private const int BlackFlag = 0x1F3F4;
    private const string KeycapBases = "0123456789#*";

    // The only flags made of tags: England, Scotland, Wales. Others are drawn as a plain black flag.
    private static readonly string[] TagFlags = ["gbeng", "gbsct", "gbwls"];

    private Emoji(string value) => Value = value;

    public string Value { get; }

    /// <summary>
    /// Characters that Unicode's emoji-data.txt shows as text by default (Emoji=Yes, Emoji_Presentation=No), without keycaps.
    /// </summary>
    public static string ShownAsText { get; } =
        "©®‼⁉™ℹ↔↕↖↗↘↙↩↪⌨⏏⏭⏮⏯⏱⏲⏸⏹⏺Ⓜ▪▫▶◀◻◼☀☁☂☃☄☎☑☘☝☠☢☣☦☪☮☯☸☹☺♀♂" +
        "♟♠♣♥♦♨♻♾⚒⚔⚕⚖⚗⚙⚛⚜⚠⚧⚰⚱⛈⛏⛑⛓⛩⛰⛱⛴⛷⛸⛹✂✈✉✌✍✏✒✔✖✝✡✳✴❄❇❣❤➡⤴⤵⬅" +
        "⬆⬇〰〽㊗㊙🅰🅱🅾🅿🈂🈷🌡🌤🌥🌦🌧🌨🌩🌪🌫🌬🌶🍽🎖🎗🎙🎚🎛🎞🎟🏋🏌🏍🏎🏔🏕🏖🏗🏘🏙🏚🏛🏜🏝🏞🏟🏳🏵🏷🐿👁" +
        "📽🕉🕊🕯🕰🕳🕴🕵🕶🕷🕸🕹🖇🖊🖋🖌🖍🖐🖥🖨🖱🖲🖼🗂🗃🗄🗑🗒🗓🗜🗝🗞🗡🗣🗨🗯🗳🗺🛋🛍🛎🛏🛠🛡🛢🛣🛤🛥🛩🛰🛳";

    private static readonly HashSet<Rune> TextByDefault = [.. ShownAsText.EnumerateRunes()];

    /// <summary>One that people of this chat added. Whether there is such a one is not its business.</summary>
    public static Emoji Custom(string name) => new($":{name}:");

    public static Result<Emoji> Parse(string? input) =>
        input is { Length: > 0 and <= MaxLength } && Normalize(input) is { } normal
            ? new Emoji(normal)
            : Refusal.Invalid("reaction", "A reaction is exactly one emoji.");

    /// <returns>Null if the text is not exactly one emoji.</returns>
    private static string? Normalize(string text)
    {
        var all = text.EnumerateRunes().ToArray();
        if (all[0].Value == EmojiPresentation)
            return null;
        Rune[] runes = [.. all.Where(rune => rune.Value != EmojiPresentation)];
        return runes switch
        {
            [var first, { Value: Keycap }] when first.IsAscii && KeycapBases.Contains((char)first.Value) => $"{first}\uFE0F\u20E3",
            [var first, var second] when IsRegionalIndicator(first) && IsRegionalIndicator(second) => $"{first}{second}",
            [{ Value: BlackFlag }, .. var tags, { Value: 0xE007F }] => IsFlag(tags) ? string.Concat(runes) : null,
            _ => Joined(runes),
        };
    }

    // Pictographs, each with or without a skin tone, and a joiner between any two.
    private static string? Joined(ReadOnlySpan<Rune> runes)
    {
        var normal = new StringBuilder();
        for (var count = 1; ; count++)
        {
            if (count > MostJoined || runes is [] || !IsPictograph(runes[0]))
                return null;
            var hasTone = runes is [_, var tone, ..] && IsSkinTone(tone);
            normal.Append(runes[0]);
            if (hasTone)
                normal.Append(runes[1]);
            else if (TextByDefault.Contains(runes[0]))
                normal.Append((char)EmojiPresentation);
            runes = runes[(hasTone ? 2 : 1)..];
            if (runes is [])
                return normal.ToString();
            if (runes[0].Value != Joiner)
                return null;
            normal.Append(runes[0]);
            runes = runes[1..];
        }
    }

    private static bool IsFlag(ReadOnlySpan<Rune> tags)
    {
        var region = new StringBuilder();
        foreach (var tag in tags)
            region.Append((char)(tag.Value & 0x7F));
        return TagFlags.Contains(region.ToString()) && !tags.ContainsAnyExceptInRange(new Rune(0xE0061), new Rune(0xE007A));
    }

    private static bool IsRegionalIndicator(Rune rune) => rune.Value is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool IsSkinTone(Rune rune) => rune.Value is >= 0x1F3FB and <= 0x1F3FF;

    // .NET does not know the Emoji property; these are the blocks of Unicode's emoji-data.txt.
    private static bool IsPictograph(Rune rune) => !IsRegionalIndicator(rune) && !IsSkinTone(rune) && rune.Value is
        (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2600 and <= 0x27BF) or (>= 0x2190 and <= 0x21FF) or
        (>= 0x2300 and <= 0x23FF) or (>= 0x25A0 and <= 0x25FF) or (>= 0x2934 and <= 0x2935) or
        (>= 0x2B00 and <= 0x2BFF) or 0x203C or 0x2049 or 0x2122 or 0x2139 or 0x24C2 or 0x3030 or 0x303D or 0x3297 or
        0x3299 or 0x00A9 or 0x00AE;
}
