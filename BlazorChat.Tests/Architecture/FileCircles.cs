namespace BlazorChat.Tests.Architecture;

/// <summary>Finds files that use each other in a circle.</summary>
internal static class FileCircles
{
    /// <summary>Each circle as its files in turn, beginning and ending with the same.</summary>
    public static IReadOnlyList<string> In(IEnumerable<(string From, string To)> uses)
    {
        var next = uses.ToLookup(use => use.From, use => use.To);
        var (done, way, circles) = (new HashSet<string>(), new List<string>(), new List<string>());
        foreach (var file in next.Select(files => files.Key).Order())
            Walk(file);
        return circles;

        void Walk(string file)
        {
            var at = way.IndexOf(file);
            if (at >= 0)
                circles.Add(string.Join(" -> ", [.. way[at..], file]));
            if (at >= 0 || done.Contains(file))
                return;
            way.Add(file);
            foreach (var used in next[file])
                Walk(used);
            way.RemoveAt(way.Count - 1);
            done.Add(file);
        }
    }
}
