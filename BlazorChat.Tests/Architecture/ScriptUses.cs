using System.Text.RegularExpressions;

namespace BlazorChat.Tests.Architecture;

/// <summary>The browser's modules and what they import, the types in their comments included.</summary>
internal sealed partial class ScriptUses
{
    /// <summary>What stands for the files that pages load, which lie in no folder.</summary>
    public const string Entries = "the entry files";

    private const string Root = "BlazorChat.Web/wwwroot/js";
    private static readonly string folder = Path.Combine(Repository.Root, Root);

    public IReadOnlyList<string> Files { get; } =
        [.. Directory.GetFiles(folder, "*.js", SearchOption.AllDirectories).Select(file => Named(file)).Order()];

    public IReadOnlyCollection<string> Folders => [.. Files.Select(FolderOf).Distinct()];

    public IEnumerable<Use> Uses =>
        from file in Files
        from import in ImportsOf(file)
        select new Use($"{Root}/{file}", import.Line, FolderOf(file), import.Used, FolderOf(import.Used));

    public IEnumerable<(string From, string To)> Imports =>
        Files.SelectMany(file => ImportsOf(file).Select(import => (file, import.Used)));

    private static IEnumerable<(int Line, string Used)> ImportsOf(string file) =>
        from line in File.ReadLines(Path.Combine(folder, file)).Index()
        from Match match in Import().Matches(line.Item)
        select (line.Index + 1, Named(Path.GetFullPath(match.Groups["path"].Value, Path.GetDirectoryName(Path.Combine(folder, file))!)));

    private static string Named(string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    private static string FolderOf(string file) => file.Contains('/', StringComparison.Ordinal) ? file[..file.LastIndexOf('/')] : Entries;

    [GeneratedRegex("""(\bfrom\s*|\bimport\s*\(?\s*)(?<quote>['"])(?<path>\.{1,2}/[^'"]+)\k<quote>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Import();
}
