namespace BlazorChat.Tests.Architecture;

/// <summary>
/// Where the sources of a project name each other's types, read without compiling them: a name counts where a type is called
/// so in a namespace that the file sees, or where its namespace is written before it. Extension methods are not seen.
/// </summary>
internal sealed class CSharpUses
{
    /// <summary>What stands for the files that lie in no folder.</summary>
    public const string Root = "the root";

    private readonly string project;
    private readonly string[] order;
    private readonly CSharpFile[] files;
    private readonly Dictionary<(string Namespace, string Name), CSharpFile> types = [];
    private readonly Found[] found;

    /// <param name="project">Its folder, from the root of the repository.</param>
    /// <param name="order">The folders that have a place in the order; what lies deeper belongs to the nearest of them.</param>
    /// <param name="sources">By their paths from the root of the repository.</param>
    public CSharpUses(string project, string[] order, IReadOnlyDictionary<string, string> sources)
    {
        (this.project, this.order) = (project, order);
        files = [.. sources.Select(source => new CSharpFile(source.Key, source.Value))];
        foreach (var file in files)
            foreach (var type in file.Declares)
                types.TryAdd((file.Namespace, type), file);
        found = [.. files.SelectMany(UsedBy)];
    }

    public static CSharpUses In(string project, params string[] order) => new(
        project, order, Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)) &&
                !file.Split('/').Any(folder => folder is "bin" or "obj" or "Migrations"))
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(Repository.Root, file))));

    public IReadOnlyCollection<string> Folders => [.. files.Select(FolderOf).Distinct()];

    /// <summary>Of types of other folders.</summary>
    public IEnumerable<Use> Uses =>
        from use in found
        where FolderOf(use.By) != FolderOf(use.Type)
        select new Use(use.By.Path, use.Line, FolderOf(use.By), $"{use.Name} ({Within(use.Type)})", FolderOf(use.Type));

    /// <summary>Of types of other files; a component and the code behind it are one.</summary>
    public IEnumerable<(string From, string To)> Links =>
        (from use in found
         where Unit(use.By) != Unit(use.Type)
         select (Unit(use.By), Unit(use.Type))).Distinct();

    private IEnumerable<Found> UsedBy(CSharpFile file)
    {
        var (around, sees) = (file.Around().ToArray(), file.Usings.Concat(ImportsOf(file)).Distinct().ToArray());
        foreach (var (line, parts) in file.Names())
            if (Find(parts, around, sees) is var (name, type))
                yield return new Found(file, line, name, type);
    }

    private (string Name, CSharpFile Type)? Find(string[] parts, string[] around, string[] sees)
    {
        foreach (var seen in around.Concat(sees))
            if ((types.GetValueOrDefault((seen, parts[0])) ?? types.GetValueOrDefault((seen, parts[0] + "Attribute"))) is { } type)
                return (parts[0], type);
        for (var last = 1; last < parts.Length; last++)
            foreach (var before in around.Select(name => name + ".").Append(""))
                if (types.TryGetValue((before + string.Join('.', parts[..last]), parts[last]), out var type))
                    return (parts[last], type);
        return null;
    }

    // What _Imports.razor says goes for the components of its folder and of those in it.
    private IEnumerable<string> ImportsOf(CSharpFile file) => !file.Path.EndsWith(".razor", StringComparison.Ordinal) ? [] :
        from imports in files
        where imports.Path.EndsWith("/_Imports.razor", StringComparison.Ordinal) &&
            file.Path.StartsWith(imports.Path[..(imports.Path.LastIndexOf('/') + 1)], StringComparison.Ordinal)
        from name in imports.Usings
        select name;

    private string FolderOf(CSharpFile file)
    {
        var within = Within(file);
        return within.LastIndexOf('/') is var end && end < 0 ? Root
            : order.Where(folder => within.StartsWith(folder + "/", StringComparison.Ordinal)).MaxBy(folder => folder.Length) ?? within[..end];
    }

    private string Within(CSharpFile file) => file.Path[(project.Length + 1)..];

    private string Unit(CSharpFile file) => Within(file).Replace(".razor.cs", ".razor", StringComparison.Ordinal);

    private sealed record Found(CSharpFile By, int Line, string Name, CSharpFile Type);
}
