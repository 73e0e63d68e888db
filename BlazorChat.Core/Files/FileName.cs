using System.Globalization;
using System.Text;

namespace BlazorChat.Core.Files;

/// <summary>
/// What a file is called, on the page and for people who save it: no path, nothing that controls a terminal or turns the
/// reading direction around (<c>gpj.exe</c> read as <c>exe.jpg</c>), 1 to 200 bytes of UTF-8. Never a name on our disk.
/// </summary>
public readonly record struct FileName
{
    public const int MaxBytes = 200;

    private const string Nameless = "file";

    private readonly string? value;

    private FileName(string value) => this.value = value;

    public string Value => value ?? Nameless;

    /// <param name="given">As it was sent; whatever it is, a name comes of it.</param>
    public static FileName Clean(string? given)
    {
        var text = new StringBuilder();
        foreach (var rune in (given ?? "").EnumerateRunes())
            if (!IsHidden(rune))
                text.Append(rune);
        // Browsers of old send C:\Users\ada\report.pdf.
        var name = text.ToString();
        name = TrimEnds(Shorten(TrimEnds(name[(name.LastIndexOfAny(['/', '\\']) + 1)..])));
        return new FileName(name.Length == 0 ? Nameless : IsTaken(name) ? name + '_' : name);
    }

    // Windows drops full stops and spaces at the end, in any mixture.
    private static string TrimEnds(string name)
    {
        var end = name.Length;
        while (end > 0 && (name[end - 1] == '.' || char.IsWhiteSpace(name[end - 1])))
            end--;
        return name[..end].TrimStart();
    }

    // Its address would be that of the small picture.
    private static bool IsTaken(string name) => name.Equals("thumbnail", StringComparison.OrdinalIgnoreCase);

    // Format characters turn the direction or join nothing; separators break lines.
    private static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;

    // What comes after the last full stop says what it is: that stays.
    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
            return name;
        const int longestEnding = 16;
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && Encoding.UTF8.GetByteCount(name.AsSpan(dot)) <= longestEnding ? name[dot..] : "";
        var room = MaxBytes - Encoding.UTF8.GetByteCount(ending);
        var kept = new StringBuilder();
        foreach (var rune in name[..^ending.Length].EnumerateRunes())
        {
            if ((room -= rune.Utf8SequenceLength) < 0)
                break;
            kept.Append(rune);
        }
        return kept + ending;
    }
}
