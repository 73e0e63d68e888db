namespace BlazorChat.Core.Formatting;

/// <summary>Which texts are so long that only their beginning is shown at first.</summary>
public static class LongText
{
    // The page shows some twenty of them: folding is worth it for a few more.
    private const int Most = 24;
    private const int LineLength = 90;

    /// <summary>By the number of lines, as long as they are on a wide screen. The page has the same rule for what is on its way.</summary>
    public static bool IsLong(string text)
    {
        if (text.Length <= Most)
            return false;
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n'))
            lines += 1 + (Math.Max(0, line.End.Value - line.Start.Value - 1) / LineLength);
        return lines > Most;
    }
}
