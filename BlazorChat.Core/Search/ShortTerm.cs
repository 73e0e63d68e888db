namespace BlazorChat.Core.Search;

/// <summary>
/// A short term in place of a long one, since the index keeps each term of each message. Different ones may share it: it only has to be in few
/// messages, as the text and the message's own columns decide.
/// </summary>
internal struct ShortTerm
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const uint Prime = 16777619; // FNV-1a

    private uint hash = 2166136261;

    public ShortTerm()
    {
    }

    public void Add(int point) => hash = (hash ^ (uint)point) * Prime;

    /// <summary>What comes next is a part by itself.</summary>
    public void EndPart() => hash *= Prime;

    /// <param name="mark">What it begins with.</param>
    /// <param name="digits">How many digits follow: each is one of 36.</param>
    public readonly string Write(string mark, int digits) => string.Create(mark.Length + digits, (mark, hash ^ hash >> 16), static (term, of) =>
    {
        of.mark.CopyTo(term);
        var left = of.Item2; // the upper bits are mixed best
        for (var n = of.mark.Length; n < term.Length; n++, left /= (uint)Digits.Length)
            term[n] = Digits[(int)(left % (uint)Digits.Length)];
    });
}
