using System.Globalization;
using System.Text.RegularExpressions;

namespace BlazorChat.Tests.Safety;

/// <summary>Who is answered what. The first line names the columns; each other line is a <see cref="Row"/>.</summary>
public sealed class Table
{
    private readonly Who[] columns;

    public Table(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        columns = [.. Words(lines[0]).Select(word => Enum.Parse<Who>(word, ignoreCase: true))];
        Lines = [.. lines[1..]];
    }

    public TheoryData<string> Lines { get; }

    public IEnumerable<Row> Rows => Lines.Select(line => Row(line.Data));

    /// <param name="line">Method, path, a status for each column, and the body if there is one.</param>
    public Row Row(string line)
    {
        var words = line.Split(' ', columns.Length + 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var statuses = words.Skip(2).Take(columns.Length).Select(word => int.Parse(word, CultureInfo.InvariantCulture));
        return new Row(words[0], words[1], [.. columns.Zip(statuses)], words.ElementAtOrDefault(columns.Length + 2));
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <param name="Method">Of the request; <c>PAGE</c> for what people open in a browser.</param>
/// <param name="Path">With names in braces for what a <see cref="Stage"/> has.</param>
/// <param name="Answers">The status for each who asks.</param>
/// <param name="Body">JSON, with such names; null: none.</param>
public sealed partial record Row(string Method, string Path, (Who Who, int Status)[] Answers, string? Body)
{
    public bool IsPage => Method == "PAGE";

    public bool IsReading => Method is "GET" or "HEAD" or "PAGE";

    /// <summary>The endpoint that it is about.</summary>
    public string Route => RouteOf(Method, Path.Split('?')[0]);

    /// <summary>What rows and endpoints have in common: the names of parameters are each their own.</summary>
    public static string RouteOf(string method, string pattern) =>
        $"{method} /{Parameter().Replace(pattern, "{}").Trim('/')}";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
