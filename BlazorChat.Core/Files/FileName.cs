using System.Globalization;
using System.Text;

namespace BlazorChat.Core.Files;

/// <summary>
/// A file's name on the page and in downloads: 1 to 200 bytes of UTF-8, without a path and without characters that control a
/// terminal or reverse the reading direction (<c>gpj.exe</c> read as <c>exe.jpg</c>). It is never used as a name on our disk.
/// </summary>
public readonly record struct FileName
{
    public const int MaxBytes = 200;

    private const string Nameless = "file";

    private readonly string? value;

    private FileName(string value) => this.value = value;

    public string Value => value ?? Nameless;

    /// <param name="given">The name as it was sent. Any input gives a valid name.</param>
    public static FileName Clean(string? given)
    {
        var text = new StringBuilder();
        foreach (var rune in (given ?? "").EnumerateRunes())
            if (!IsHidden(rune))
                text.Append(rune);
        // Old browsers send the whole path: C:\Users\ada\report.pdf.
        var name = text.ToString();
        name = TrimEnds(Shorten(TrimEnds(name[(name.LastIndexOfAny(['/', '\\']) + 1)..])));
        return new FileName(name.Length == 0 ? Nameless : IsTaken(name) ? name + '_' : name);
    }

    // Windows drops full stops and spaces at the end of a name.
    private static string TrimEnds(string name)
    {
        var end = name.Length;
        while (end > 0 && (name[end - 1] == '.' || char.IsWhiteSpace(name[end - 1])))
            end--;
        return name[..end].TrimStart();
    }

    // The address of a file with this name would be that of the thumbnail.
    private static bool IsTaken(string name) => name.Equals("thumbnail", StringComparison.OrdinalIgnoreCase);

    // Format characters change the reading direction or join nothing; separators break lines.
    private static bool IsHidden(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;

    // The extension stays, because it tells what the file is.
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
