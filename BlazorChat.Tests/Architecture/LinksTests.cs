using System.Text.RegularExpressions;

namespace BlazorChat.Tests.Architecture;

public sealed partial class LinksTests
{
    [Fact]
    public void What_documents_link_to_is_there() => Assert.Empty(
        from document in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Repository.Root, "*.md"))
        from Match link in Links().Matches(File.ReadAllText(document))
        let target = Path.Combine(Path.GetDirectoryName(document)!, link.Groups[1].Value)
        where !Path.Exists(target)
        select $"{Path.GetRelativePath(Repository.Root, document)} links to {link.Groups[1].Value}");

    // Addresses of other hosts and places on the same page are not looked up.
    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)")]
    private static partial Regex Links();
}
