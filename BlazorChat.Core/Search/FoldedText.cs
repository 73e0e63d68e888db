namespace BlazorChat.Core.Search;

/// <summary>A text in the form in which it is searched, with the place of each character in the text as it was written.</summary>
public sealed class FoldedText
{
    private readonly int[] points;
    private readonly int[] starts;
    private readonly int[] ends;

    private FoldedText(int[] points, int[] starts, int[] ends, int length) =>
        (this.points, this.starts, this.ends, Length) = (points, starts, ends, length);

    /// <summary>How many characters it has.</summary>
    public int Length { get; }

    /// <summary>The characters, as code points.</summary>
    public ReadOnlySpan<int> Points => points.AsSpan(0, Length);

    public LetterKind KindAt(int index) => LetterKinds.Of(points[index]);

    /// <summary>Where a part of it stands in the text as it was written, in UTF-16.</summary>
    public (int Start, int End) Written(int from, int to) => (starts[from], ends[to - 1]);

    /// <summary>Whether a word may begin or end between a character and the one before it.</summary>
    public bool IsBoundary(int index)
    {
        if (index == 0 || index == Length || KindAt(index) != LetterKind.Letter || KindAt(index - 1) != LetterKind.Letter)
            return true;
        if (!IsDigit(points[index]) || IsDigit(points[index - 1]))
            return false;
        var (from, to) = RunAround(index);
        return NumberIn(from, to) == index;
    }

    /// <returns>The whole run of letters and digits around a character.</returns>
    private (int From, int To) RunAround(int index)
    {
        var (from, to) = (index, index + 1);
        while (from > 0 && KindAt(from - 1) == LetterKind.Letter)
            from--;
        while (to < Length && KindAt(to) == LetterKind.Letter)
            to++;
        return (from, to);
    }

    /// <returns>In "v1" or "PLT3699", letters and then one number, where the number begins; elsewhere null.</returns>
    public int? NumberIn(int from, int to)
    {
        var number = to;
        while (number > from && IsDigit(points[number - 1]))
            number--;
        if (number == from || number == to)
            return null;
        for (var n = from; n < number; n++)
            if (IsDigit(points[n]))
                return null;
        return number;
    }

    private static bool IsDigit(int point) => point is >= '0' and <= '9';

    /// <summary>Collects the characters of a folded text.</summary>
    internal sealed class Builder(int capacity)
    {
        private int[] points = new int[Math.Max(capacity, 4)];
        private int[] starts = new int[Math.Max(capacity, 4)];
        private int[] ends = new int[Math.Max(capacity, 4)];
        private int length;

        public int? Last => length == 0 ? null : points[length - 1];

        /// <summary>Adds a character. Of white space, only one, and none at the start.</summary>
        public void Add(int point, int start, int end)
        {
            var isGap = LetterKinds.Of(point) == LetterKind.Gap;
            if (isGap && (length == 0 || points[length - 1] == ' '))
                return;
            if (length == points.Length)
            {
                Array.Resize(ref points, length * 2);
                Array.Resize(ref starts, length * 2);
                Array.Resize(ref ends, length * 2);
            }
            (points[length], starts[length], ends[length]) = (isGap ? ' ' : point, start, end);
            length++;
        }

        public void ReplaceLast(int point, int end) => (points[length - 1], ends[length - 1]) = (point, end);

        /// <summary>A mark belongs to the character before it.</summary>
        public void Stretch(int end)
        {
            if (length > 0 && points[length - 1] != ' ')
                ends[length - 1] = end;
        }

        public FoldedText Build() => new(points, starts, ends, length > 0 && points[length - 1] == ' ' ? length - 1 : length);
    }
}
