using System.Text;
using System.Text.RegularExpressions;

namespace BlazorChat.Web.Bundles;

/// <summary>
/// Makes one module of many. Each becomes a function that is called once, after those that it imports, and returns what it
/// exports. That is the same as long as no module imports itself by a detour, none waits at its top level, and what is exported is
/// never assigned again: so it knows the few forms of import and export that the scripts are written in, and refuses all others.
/// </summary>
internal sealed partial class ModuleBundle(Func<string, string> read)
{
    private readonly StringBuilder bundle = new();
    private readonly Dictionary<string, IReadOnlyList<string>> exports = [];
    private readonly List<string> beingAdded = [];

    /// <param name="entries">The modules that a page loads, which run in this order. The bundle exports what they do.</param>
    /// <param name="read">The text of a module by its path, <c>base/api.js</c>.</param>
    public static string Of(IReadOnlyList<string> entries, Func<string, string> read)
    {
        var making = new ModuleBundle(read);
        foreach (var entry in entries)
        {
            making.Add(entry);
            if (making.exports[entry] is { Count: > 0 } names)
                making.bundle.Append($"export const {{ {string.Join(", ", names)} }} = {Named(entry)};\n");
        }
        return making.bundle.ToString();
    }

    private void Add(string module)
    {
        if (exports.ContainsKey(module))
            return;
        if (beingAdded.Contains(module))
            throw new FormatException($"{module} imports itself by a detour: {string.Join(", ", beingAdded)}.");
        beingAdded.Add(module);
        List<(string Name, string Value)> exported = [];
        var text = Import().Replace(read(module), import => Imported(module, import, exported));
        text = Export().Replace(text, export =>
        {
            exported.Add((export.Groups["name"].Value, export.Groups["name"].Value));
            return export.Groups["what"].Value;
        });
        if (Unknown().Match(text) is { Success: true } unknown)
            throw new FormatException($"{module} cannot be bundled, because of: {unknown.Value}");
        bundle.Append($"const {Named(module)} = (() => {{\n{text}\nreturn {{ {string.Join(", ", exported.Select(one => $"{one.Name}: {one.Value}"))} }};\n}})();\n");
        beingAdded.Remove(module);
        exports[module] = [.. exported.Select(one => one.Name)];
    }

    private string Imported(string module, Match import, List<(string Name, string Value)> exported)
    {
        var used = Path.GetRelativePath("/", Path.GetFullPath(import.Groups["path"].Value, Path.GetDirectoryName("/" + module)!)).Replace('\\', '/');
        Add(used);
        var names = import.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries).Select(name => name.Split(" as ")).ToList();
        if (import.Groups["how"].Value == "import")
            return $"const {{ {string.Join(", ", names.Select(name => string.Join(": ", name)))} }} = {Named(used)};";
        exported.AddRange(names.Select(name => (name[^1], $"{Named(used)}.{name[0]}")));
        return "";
    }

    // A name that no script uses.
    private static string Named(string module) => "$" + NoLetter().Replace(module[..^".js".Length], "_");

    [GeneratedRegex("^(?<how>import|export) \\{(?<names>[^}]+)\\} from '(?<path>\\.{1,2}/[^']+)';", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Import();

    [GeneratedRegex(@"^export (?<what>((async )?function|class|const) (?<name>\w+))", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Export();

    // Types in comments are imported, too. What is loaded later has an address that does not depend on where the script lies.
    [GeneratedRegex(@"^((import|export|await|for await)\b.*|(?!\s*(//|/?\*)).*\bimport\s*(\.(?!meta\.resolve\(new URL\()|\((?!placeOf\()).*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"\W")]
    private static partial Regex NoLetter();
}
