using System.Text.RegularExpressions;
using BlazorChat.Web.Admin;
using Xunit;

namespace BlazorChat.Tests.Admin;

public sealed partial class AuditWordsTests
{
    [Fact]
    public void Every_act_that_is_written_down_has_words()
    {
        var code = Directory.EnumerateFiles(Path.Combine(Repository.Root, "BlazorChat.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.EndsWith("AuditWords.cs", StringComparison.Ordinal)).Select(File.ReadAllText);
        var acts = code.SelectMany(text => Calls().Matches(text)).SelectMany(call => Names().Matches(call.Value)).Select(name => name.Value.Trim('"')).Distinct().ToArray();

        Assert.True(acts.Length >= 27, $"Found only {acts.Length}.");
        Assert.Equal([], acts.Where(act => AuditWords.Of(act) == act));
    }

    [Fact]
    public void What_an_older_version_wrote_down_is_shown_as_it_was_called() => Assert.Equal("user.praise", AuditWords.Of("user.praise"));

    [GeneratedRegex(@"\.Audit\([^;]*;")]
    private static partial Regex Calls();

    [GeneratedRegex("\"[a-z]+\\.[a-z_]+\"")]
    private static partial Regex Names();
}
