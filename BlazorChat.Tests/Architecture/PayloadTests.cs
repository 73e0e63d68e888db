using System.Text.RegularExpressions;
using Xunit;

namespace BlazorChat.Tests.Architecture;

/// <summary>What endpoints and events carry is read as the very record that they write.</summary>
public sealed partial class PayloadTests
{
    [Fact]
    public void Nothing_that_islands_read_is_a_record_of_their_own() => Assert.Empty(
        from file in Sources
        let text = File.ReadAllText(file)
        from read in Read().Matches(text)
        let record = read.Groups[1].Value
        where text.Contains($"private sealed record {record}(", StringComparison.Ordinal)
        select $"{Path.GetFileName(file)} reads {record}, which no endpoint and no event writes");

    [Fact]
    public void What_islands_read_is_seen() => Assert.Contains(Sources, file => Read().IsMatch(File.ReadAllText(file)));

    private static IEnumerable<string> Sources => new[] { "*.cs", "*.razor" }.SelectMany(
        pattern => new[] { "Islands", "Features", "Timeline", "Conversation", "Admin" }.SelectMany(folder => Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "BlazorChat.Web", folder), pattern, SearchOption.AllDirectories)));

    [GeneratedRegex(@"\bRead<(\w+)>\(")]
    private static partial Regex Read();
}
