using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace BlazorChat.Tests.Deploy;

/// <summary>The files that bring the chat somewhere: the image, compose, Kubernetes, systemd.</summary>
internal static partial class DeployFiles
{
    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    public static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal);

    /// <summary>A YAML file, with what it takes over from elsewhere in itself.</summary>
    public static Dictionary<string, object> Yaml(string path) => new DeserializerBuilder().Build()
        .Deserialize<Dictionary<string, object>>(new MergingParser(new Parser(new StringReader(Read(path)))));

    /// <summary>The services of compose.yaml, by name.</summary>
    public static Dictionary<string, Dictionary<object, object>> Services() => ((Dictionary<object, object>)Yaml("compose.yaml")["services"])
        .ToDictionary(one => (string)one.Key, one => (Dictionary<object, object>)one.Value);

    /// <summary>The instructions of the Dockerfile, each in one line.</summary>
    public static string[] Instructions() => [.. Read("Dockerfile").Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        .Where(line => line.Length > 0 && line[0] != '#').Select(line => Blanks().Replace(line, " "))];

    /// <summary>Everything that any of these files puts into the environment of the chat.</summary>
    public static IEnumerable<(string File, string Name, string Value)> Environment() =>
    [
        .. Instructions().Where(line => line.StartsWith("ENV ", StringComparison.Ordinal))
            .SelectMany(line => line[4..].Split(' ')).Select(pair => Pair("Dockerfile", pair)),
        .. Services().Where(service => service.Key.StartsWith("chat", StringComparison.Ordinal))
            .SelectMany(service => (Dictionary<object, object>)service.Value["environment"])
            .Select(one => ("compose.yaml", (string)one.Key, WithDefaults((string)one.Value))),
        .. Below("deploy/kubernetes", "kustomization.yaml").SelectMany(file => Literals(file, "configMapGenerator")),
        .. Read("deploy/systemd/blazorchat.service").Split('\n').Where(line => line.StartsWith("Environment=", StringComparison.Ordinal))
            .Select(line => Pair("deploy/systemd/blazorchat.service", line["Environment=".Length..])),
    ];

    /// <summary>What a kustomization makes of its own literals.</summary>
    public static IEnumerable<(string File, string Name, string Value)> Literals(string file, string generator) =>
        Yaml(file).TryGetValue(generator, out var maps)
            ? ((List<object>)maps).SelectMany(map => (List<object>)((Dictionary<object, object>)map)["literals"]).Select(literal => Pair(file, (string)literal))
            : [];

    private static (string, string, string) Pair(string file, string pair) => (file, pair.Split('=', 2)[0], pair.Split('=', 2)[1]);

    // ${NAME:-default}
    private static string WithDefaults(string value) => Default().Replace(value, "$1");

    [GeneratedRegex(" +")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"\$\{[A-Z0-9_]+:-([^}]*)\}")]
    private static partial Regex Default();
}
