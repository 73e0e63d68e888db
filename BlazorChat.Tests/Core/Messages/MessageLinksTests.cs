using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;

namespace BlazorChat.Tests.Core.Messages;

public sealed class MessageLinksTests
{
    [Theory]
    [InlineData("none", "")]
    [InlineData("see https://example.org/a, and (http://example.org/b)", "https://example.org/a http://example.org/b")]
    [InlineData("https://example.org/a#one https://example.org/a#two https://EXAMPLE.org/a", "https://example.org/a#one")]
    [InlineData("https://a.org https://b.org https://c.org https://d.org", "https://a.org https://b.org https://c.org")]
    [InlineData("https://ada:secret@example.org/ ftp://example.org/ https://example.org/", "https://example.org/")]
    [InlineData("https://пример.рф/страница", "https://пример.рф/страница")]
    public void Finds_the_first_three_pages_that_may_be_fetched(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', MessageLinks.In(Formatted.Of(text)).Select(link => link.Url)));

    [Fact]
    public void Very_long_ones_have_no_preview() => Assert.Empty(MessageLinks.In(Formatted.Of("https://example.org/" + new string('x', MessageLink.MaxLength))));
}
