namespace BlazorChat.Core.Search;

/// <summary>The term of two words side by side. There are some fifty thousand of them, so different pairs share one.</summary>
internal static class PairTerm
{
    private const int Digits = 3;

    public static string Of(FoldedText text, (int From, int To) first, (int From, int To) second)
    {
        var term = new ShortTerm();
        foreach (var point in text.Points[first.From..first.To])
            term.Add(point);
        term.EndPart();
        foreach (var point in text.Points[second.From..second.To])
            term.Add(point);
        return term.Write("-", Digits); // no word begins with a hyphen
    }
}
