using BlazorChat.Core.Messages;

namespace BlazorChat.Tests.Core.Messages;

public sealed class MessageHtmlTests
{
    [Theory]
    [InlineData("Hello", "Hello")]
    [InlineData("<script>alert('x')</script>", "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt;")]
    [InlineData("a & b \"c\"", "a &amp; b &quot;c&quot;")]
    [InlineData("a\nb\nc", "a<br>b<br>c")]
    [InlineData("&#xA;", "&amp;#xA;")]
    [InlineData("Grüße, Ελλάδα, 日本", "Grüße, Ελλάδα, 日本")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    [InlineData("", "")]
    public void Text_is_encoded_and_keeps_its_lines(string text, string html)
    {
        Assert.Equal(html, MessageHtml.From(text));
    }

    [Theory]
    [InlineData("https://example.org", "https://example.org", "")]
    [InlineData("https://example.org/a?b=c#d", "https://example.org/a?b=c#d", "")]
    [InlineData("HTTP://EXAMPLE.ORG/", "HTTP://EXAMPLE.ORG/", "")]
    [InlineData("https://example.org.", "https://example.org", ".")]
    [InlineData("https://example.org/a?!", "https://example.org/a", "?!")]
    [InlineData("https://example.org/a_(b)", "https://example.org/a_(b)", "")]
    [InlineData("https://example.org/a)", "https://example.org/a", ")")]
    [InlineData("https://example.org/a).", "https://example.org/a", ").")]
    [InlineData("https://example.org/a*", "https://example.org/a", "*")]
    [InlineData("https://example.org/a~~", "https://example.org/a", "~~")]
    [InlineData("https://example.org/a b", "https://example.org/a", " b")]
    [InlineData("https://example.org/a]", "https://example.org/a", "]")]
    [InlineData("https://example.org/a}.", "https://example.org/a", "}.")]
    [InlineData("https://example.org/a[1]", "https://example.org/a[1]", "")]
    [InlineData("https://example.org/a。", "https://example.org/a", "。")]
    [InlineData("https://example.org/a，然后", "https://example.org/a", "，然后")]
    [InlineData("https://example.org/a」と", "https://example.org/a", "」と")]
    [InlineData("https://example.org/a！", "https://example.org/a", "！")]
    [InlineData("https://example.org/a？", "https://example.org/a", "？")]
    [InlineData("https://example.org/a、b", "https://example.org/a", "、b")]
    [InlineData("https://example.org/a…", "https://example.org/a", "…")]
    [InlineData("https://example.org/a»", "https://example.org/a", "»")]
    [InlineData("https://example.org/a”，", "https://example.org/a", "”，")]
    [InlineData("https://example.org/a’s", "https://example.org/a’s", "")]
    [InlineData("https://example.org/a’.", "https://example.org/a", "’.")]
    [InlineData("https://example.org/a؟", "https://example.org/a", "؟")]
    [InlineData("https://example.org/a।", "https://example.org/a", "।")]
    [InlineData("https://example.org/中国（a）", "https://example.org/中国（a）", "")]
    [InlineData("https://example.org/a）然后", "https://example.org/a", "）然后")]
    public void A_link_ends_before_the_punctuation_that_follows_it(string text, string address, string rest)
    {
        Assert.Equal(Link(address, address) + rest, MessageHtml.From(text));
    }

    [Fact]
    public void A_link_stands_in_its_text()
    {
        Assert.Equal($"(see {Link("http://a.example/", "http://a.example/")}, {Link("http://b.example", "http://b.example")})",
            MessageHtml.From("(see http://a.example/, http://b.example)"));
    }

    [Theory]
    [InlineData("https://")]
    [InlineData("https://.")]
    [InlineData("xhttps://example.org")]
    [InlineData("ftp://example.org")]
    public void What_is_no_address_is_no_link(string text)
    {
        Assert.DoesNotContain("<a", MessageHtml.From(text), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/?a=1&b=2", "href=\"https://example.org/?a=1&amp;b=2\"")]
    [InlineData("https://example.org/'onclick='x", "href=\"https://example.org/&#x27;onclick=&#x27;x\"")]
    [InlineData("https://example.org/\"onclick=\"x", "href=\"https://example.org/\"")]
    [InlineData("https://example.org/<b>", "href=\"https://example.org/\"")]
    public void An_address_cannot_leave_its_attribute(string text, string attribute)
    {
        Assert.Contains(attribute, MessageHtml.From(text), StringComparison.Ordinal);
    }

    private static string Link(string address, string text) =>
        $"<a href=\"{address}\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">{text}</a>";
}
