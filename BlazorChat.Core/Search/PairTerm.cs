namespace BlazorChat.Core.Search;

/// <summary>
/// The term of two words side by side. There are some fifty thousand of them, so different pairs share one: it only has to be in few
/// messages, as the text decides.
/// </summary>
internal static class PairTerm
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const uint Offset = 2166136261; // FNV-1a
    private const uint Prime = 16777619;

    public static string Of(FoldedText text, (int From, int To) first, (int From, int To) second)
    {
        var hash = Add(Add(Offset, text.Points[first.From..first.To]) * Prime, text.Points[second.From..second.To]);
        hash ^= hash >> 16; // the upper bits are mixed best
        // No word begins with a hyphen.
        return string.Create(4, hash, (term, left) =>
        {
            term[0] = '-';
            for (var n = 1; n < term.Length; n++, left /= (uint)Digits.Length)
                term[n] = Digits[(int)(left % (uint)Digits.Length)];
        });
    }

    private static uint Add(uint hash, ReadOnlySpan<int> points)
    {
        foreach (var point in points)
            hash = (hash ^ (uint)point) * Prime;
        return hash;
    }
}
