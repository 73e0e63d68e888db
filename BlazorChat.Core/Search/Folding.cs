using System.Text;

namespace BlazorChat.Core.Search;

/// <summary>
/// Makes texts comparable where case, accents and width do not count. The program runs without ICU, so what each letter
/// becomes lies in a table of its own, made from Unicode's by <c>folding.mjs</c>.
/// </summary>
public static class Folding
{
    private static readonly Dictionary<int, int[]> Table = Read();

    // Letters of their own that some systems write as a letter and a mark.
    private const string Whole = "йиўу";
    private const string Voiced = "がかぎきぐくげけごこざさじしずすぜせぞそだたぢちづつでてどとばはびひぶふべへぼほゔう";
    private const string HalfVoiced = "ぱはぴひぷふぺへぽほ";

    private const int FromHiraganaToKatakana = 0x60;
    private static readonly Dictionary<(int Letter, int Mark), int> Composed = Compositions();

    public static FoldedText Of(string text)
    {
        var folded = new FoldedText.Builder(text.Length);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var end = at + rune.Utf16SequenceLength;
            Add(folded, rune.Value, at, end);
            at = end;
        }
        return folded.Build();
    }

    private static void Add(FoldedText.Builder folded, int point, int start, int end)
    {
        if (point < 0x80)
            folded.Add(point is >= 'A' and <= 'Z' ? point | 0x20 : point, start, end);
        else if (Table.TryGetValue(point, out var several))
            foreach (var each in several)
                AddLetter(folded, each, start, end);
        else
            AddLetter(folded, point, start, end);
    }

    private static void AddLetter(FoldedText.Builder folded, int point, int start, int end)
    {
        if (folded.Last is { } last && Join(last, point) is { } joined)
            folded.ReplaceLast(joined, end);
        else if (LetterKinds.Of(point) != LetterKind.Gap && (IsAccent(point) || (Rune.TryCreate(point, out var rune) && !Visible.IsVisible(rune))))
            folded.Stretch(end);
        else
            folded.Add(point, start, end);
    }

    // Hangul is put together by arithmetic: https://www.unicode.org/versions/latest/core-spec/chapter-3/#G56669
    private static int? Join(int last, int point)
    {
        if (last is >= 0x1100 and <= 0x1112 && point is >= 0x1161 and <= 0x1175)
            return 0xAC00 + (((last - 0x1100) * 21) + (point - 0x1161)) * 28;
        if (last is >= 0xAC00 and <= 0xD7A3 && (last - 0xAC00) % 28 == 0 && point is >= 0x11A8 and <= 0x11C2)
            return last + (point - 0x11A7);
        return Composed.TryGetValue((last, point), out var whole) ? whole : null;
    }

    // The same marks as in folding.mjs. Marks of other scripts are vowels.
    private static bool IsAccent(int point) => point is (>= 0x0300 and <= 0x036F) or (>= 0x0483 and <= 0x0489) or
        (>= 0x0591 and <= 0x05BD) or 0x05BF or 0x05C1 or 0x05C2 or 0x05C4 or 0x05C5 or 0x05C7 or
        (>= 0x0610 and <= 0x061A) or 0x0640 or (>= 0x064B and <= 0x065F) or 0x0670 or (>= 0x06D6 and <= 0x06DC) or (>= 0x06DF and <= 0x06E8) or
        (>= 0x06EA and <= 0x06ED) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or
        (>= 0xFE20 and <= 0xFE2F) or 0x3099 or 0x309A;

    private static Dictionary<(int, int), int> Compositions()
    {
        Dictionary<(int, int), int> all = [];
        foreach (var (pairs, mark) in new[] { (Voiced, 0x3099), (HalfVoiced, 0x309A) })
            foreach (var pair in pairs.Chunk(2))
            {
                all[(pair[1], mark)] = pair[0];
                all[(pair[1] + FromHiraganaToKatakana, mark)] = pair[0] + FromHiraganaToKatakana;
            }
        foreach (var pair in Whole.Chunk(2))
            all[(pair[1], 0x0306)] = pair[0];
        return all;
    }

    // Each line: what letters become, a space, those letters.
    private static Dictionary<int, int[]> Read()
    {
        using var lines = new StreamReader(typeof(Folding).Assembly.GetManifestResourceStream("BlazorChat.Core.Search.folding.txt")!);
        Dictionary<int, int[]> table = [];
        while (lines.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            int[] becomes = [.. line[..space].EnumerateRunes().Select(rune => rune.Value)];
            foreach (var letter in line[(space + 1)..].EnumerateRunes())
                table[letter.Value] = becomes;
        }
        return table;
    }
}
