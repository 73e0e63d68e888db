using BlazorChat.Core;

namespace BlazorChat.Tests.Core;

public sealed class PlainLineTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  a \t\r\n  b  ", "a b")]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("a\uD83Db", "ab")]
    [InlineData("a\u202Eb\u200Bc\uFEFF", "abc")]
    [InlineData("👩‍💻 at work", "👩‍💻 at work")]
    [InlineData("\u00a0\u3000", "")]
    [InlineData("\u3164", "")]
    [InlineData("\u115F\u1160\u2800\uFFA0", "")]
    [InlineData("\u200D\uFE0F", "")]
    [InlineData("a\u3164b\u2800", "a b")]
    public void It_is_one_line_of_what_can_be_seen(string? input, string line)
    {
        Assert.Equal(line, PlainLine.Clean(input));
    }
}
