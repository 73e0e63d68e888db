using System.Text.RegularExpressions;

namespace BlazorChat.Tests.Architecture;

/// <summary>A source of C# or Razor: which types it declares, which namespaces it sees, which names it writes.</summary>
internal sealed partial class CSharpFile
{
    private readonly string code;

    /// <param name="path">From the root of the repository; a component's namespace follows from it.</param>
    /// <param name="source">What is in it.</param>
    public CSharpFile(string path, string source)
    {
        var isRazor = path.EndsWith(".razor", StringComparison.Ordinal);
        code = isRazor ? CSharpCode.InRazor(source) : CSharpCode.In(source);
        Path = path;
        Namespace = NamespaceLine().Match(code) is { Success: true } line ? line.Groups["name"].Value
            : path[..Math.Max(0, path.LastIndexOf('/'))].Replace('/', '.');
        Declares = isRazor ? [System.IO.Path.GetFileNameWithoutExtension(path)] : [.. Declaration().Matches(code).Select(NameIn)];
        Usings = [.. UsingLine().Matches(code).Select(NameIn)];
    }

    public string Path { get; }

    public string Namespace { get; }

    /// <summary>The types that are not inside of others.</summary>
    public IReadOnlyList<string> Declares { get; }

    public IReadOnlyList<string> Usings { get; }

    /// <summary>Its own namespace and those around it, from the inside out.</summary>
    public IEnumerable<string> Around()
    {
        for (var name = Namespace; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('.'))])
            yield return name;
    }

    /// <summary>Each <c>A.B.C</c> that it writes and that may begin with a type, as its parts.</summary>
    public IEnumerable<(int Line, string[] Parts)> Names()
    {
        var (line, at) = (1, 0);
        foreach (Match name in Chain().Matches(code))
        {
            line += code.AsSpan(at, name.Index - at).Count('\n');
            at = name.Index;
            yield return (line, [.. name.Value.Split('.').Select(part => part.Trim())]);
        }
    }

    private static string NameIn(Match match) => match.Groups["name"].Value;

    // Style has it: namespaces are file-scoped, so that what stands at the margin is in no other type.
    [GeneratedRegex(@"^(\w+\s+)*?(class|interface|enum|struct|record(\s+(class|struct))?|delegate\s+[\w<>?,.\[\] ]+?)\s+(?<name>[A-Z]\w*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^@?namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^@?(global\s+)?using\s+(?<name>[\w.]+)\s*;?\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex UsingLine();

    // No member after a dot, no name that is given: to a parameter, a property, an argument, an attribute of a tag.
    [GeneratedRegex("""
        (?<! \w | (?<!\.)\.\s* )
        (?<! \b[A-Z]\w*\s+ | [\w>]\?\s+ | [\w>?\]]>\s+ | \[\]\??\s+ | \b(string|long|int|bool|byte|double|object|var)\s+ )
        [A-Za-z_]\w*
        ( (\s*\.\s*[A-Za-z_]\w*)+ | (?! \w | \s*:(?!:) | \s*=(?![=>]) ) )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Chain();
}
