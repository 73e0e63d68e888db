using System.Text.RegularExpressions;

namespace BlazorChat.Core.Formatting;

/// <summary>Where a text is code: fences, and what stands between backticks.</summary>
internal static partial class CodePlaces
{
    /// <returns>Where each begins and ends.</returns>
    public static IEnumerable<(int Start, int End)> Of(string text)
    {
        var fence = "";
        var from = 0;
        var plain = 0;
        for (var line = 0; line <= text.Length;)
        {
            var next = text.IndexOf('\n', line) is var end and >= 0 ? end + 1 : text.Length + 1;
            var found = Fences().Match(text, line, Math.Min(next, text.Length) - line);
            var signs = found.Groups["fence"].Value;
            if (found.Success && fence.Length == 0)
            {
                foreach (var span in Spans(text, plain, line))
                    yield return span;
                (fence, from) = (signs, line);
            }
            else if (found.Success && signs.StartsWith(fence, StringComparison.Ordinal) && string.IsNullOrWhiteSpace(text[(found.Index + found.Length)..Math.Min(next, text.Length)]))
            {
                yield return (from, Math.Min(next, text.Length));
                (fence, plain) = ("", Math.Min(next, text.Length));
            }
            line = next;
        }
        if (fence.Length > 0)
            yield return (from, text.Length);
        else
            foreach (var span in Spans(text, plain, text.Length))
                yield return span;
    }

    // As many backticks end it as began it. Each length that is found missing is not looked for again: so it takes one pass for each length.
    private static IEnumerable<(int Start, int End)> Spans(string text, int start, int end)
    {
        var runs = Backticks().Matches(text[start..end]);
        Dictionary<int, Queue<int>> places = [];
        for (var i = 0; i < runs.Count; i++)
            (places.TryGetValue(runs[i].Length, out var of) ? of : places[runs[i].Length] = new()).Enqueue(i);
        for (var i = 0; i < runs.Count; i++)
        {
            var same = places[runs[i].Length];
            while (same.TryPeek(out var passed) && passed <= i)
                same.Dequeue();
            if (!same.TryDequeue(out var closing))
                continue;
            yield return (start + runs[i].Index, start + runs[closing].Index + runs[closing].Length);
            i = closing;
        }
    }

    [GeneratedRegex("^ {0,3}(?:> ?)*(?<fence>`{3,}|~{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex Fences();

    [GeneratedRegex("`+", RegexOptions.CultureInvariant)]
    private static partial Regex Backticks();
}
