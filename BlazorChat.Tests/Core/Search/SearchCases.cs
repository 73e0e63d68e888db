namespace BlazorChat.Tests.Core.Search;

/// <summary>The table of searches and texts, one for all databases: whether each text is found.</summary>
public static class SearchCases
{
    public static IReadOnlyList<SearchCase> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "BlazorChat.Tests", "Core", "Search", "cases.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').Select(SearchCase.Parse),
    ];

    public static TheoryData<string, string, bool> Rows { get; } = [.. All.Select(each => (each.Query, each.Text, each.IsFound))];
}

public sealed record SearchCase(string Query, string Text, bool IsFound)
{
    public static SearchCase Parse(string line) => line.Split('\t') is [var found, var query, var text]
        ? new SearchCase(query, text.Replace('¶', '\n'), found == "+")
        : throw new FormatException(line);
}
