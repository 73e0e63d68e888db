using BlazorChat.Core.Formatting;

namespace BlazorChat.Tests.Core.Formatting;

public sealed class LongTextTests
{
    [Theory]
    [InlineData("", 1, false)]
    [InlineData("a\n", 23, false)]
    [InlineData("a\n", 24, true)]
    [InlineData("a", 24 * 90, false)]
    [InlineData("a", (24 * 90) + 1, true)]
    public void Lines_count_and_so_does_what_is_longer_than_a_line(string text, int times, bool isLong) =>
        Assert.Equal(isLong, LongText.IsLong(string.Concat(Enumerable.Repeat(text, times))));
}
