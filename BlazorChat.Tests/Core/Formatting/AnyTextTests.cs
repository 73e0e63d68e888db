using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;
using CsCheck;

namespace BlazorChat.Tests.Core.Formatting;

/// <summary>Whatever is written, its HTML is safe.</summary>
public sealed class AnyTextTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["A"] = ["href", "title", "target", "rel"], ["BLOCKQUOTE"] = ["dir"], ["BR"] = [], ["CODE"] = ["dir", "class"], ["DEL"] = [], ["EM"] = [],
        ["LI"] = ["dir"], ["OL"] = ["dir", "start"], ["P"] = ["dir"], ["PRE"] = ["dir"], ["SPAN"] = ["class", "data-user", "title"], ["STRONG"] = [], ["UL"] = ["dir"],
    };

    private static readonly Gen<string> Pieces = Gen.OneOf(
        "a", "ada", " ", "  ", "\n", "\n\n", "\t", "*", "**", "_", "__", "~~", "`", "_ ", "__ _", "* ", "```", "```js\n", "> ", ">", "- ", "* ", "1. ", "9) ", "[", "]", "(", ")", "](", "!",
        "https://", "http://a.b/", "https://example.org", "mailto:", "javascript:", "data:", "@ada", "@", "x@y.zz", ":", ":tada:", "#", "|", "\\", "<", ">", "<b>", "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "</code>", "-->", "&", "&lt;", "&#x6A;", "\"", "'", "\" onclick=\"x", "\u202e", "\u200b", "\u00a0", "é", "中。", "שלום", "🎉", "\ud83d", "\u0001", "---", "===");

    private static readonly Gen<string> Texts = Gen.OneOf(Pieces, Pieces, Pieces, Gen.String).Array[0, 40].Select(string.Concat);

    [Fact]
    public void Only_what_is_allowed_is_in_it() => Texts.Sample(text =>
    {
        var html = MessageHtml.From(text, [Mentions.Of("ada")], new Dictionary<string, string> { ["id-ada"] = "A <b> \"x\"" });
        var body = new HtmlParser().ParseDocument($"<body><main>{html}</main><footer></footer>").Body!;
        Assert.Equal(["MAIN", "FOOTER"], body.Children.Select(element => element.TagName));
        foreach (var element in body.Children[0].QuerySelectorAll("*"))
            Check(element);
    }, iter: 5_000);

    [Fact]
    public void Nothing_that_can_be_seen_is_lost_from_a_plain_text() => Gen.Char["qñ \n@:.é中"].Array[0, 60].Select(letters => new string(letters)).Sample(text =>
    {
        var shown = new HtmlParser().ParseDocument($"<body>{MessageHtml.From(text)}").Body!.TextContent;
        Assert.Equal(Letters(text), Letters(shown));
    });

    [Fact]
    public void A_text_without_signs_looks_as_the_parser_would_have_it() => Gen.OneOf(
        Gen.OneOf("a", "ada ", " ", "\n", "\n\n", "\n \n", "\t", "https://example.org/", "http://", "@ada", "x@y.zz", ":", ":tada:", "é", "中。", "a-b", "10:30", " 1", "🎉", "&", "<", "\"", "\u00a0", "\u3000", "(", ")", "mailto:a@b.cc"),
        Gen.String[Gen.Char["ab \n\t@:./'"], 0, 10]).Array[0, 25].Select(string.Concat).Where(text => !text.Contains('\0', StringComparison.Ordinal)).Sample(text =>
            Assert.Equal(MessageHtml.From(Formatted.Parsed(text)), MessageHtml.From(text)), iter: 5_000);

    [Theory]
    [InlineData("*a ")]
    [InlineData("a**b")]
    [InlineData("_a*")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("[a](<b")]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("```\n")]
    [InlineData("https://a:")]
    [InlineData("http://[")]
    [InlineData("https://a@b@")]
    [InlineData("https://a.b。")]
    [InlineData("@a.")]
    [InlineData("~~a ")]
    [InlineData("\\*")]
    public void A_text_that_repeats_a_sign_ten_thousand_times_is_shown_too(string sign)
    {
        var text = string.Concat(Enumerable.Repeat(sign, 10_000));
        Assert.NotEmpty(MessageHtml.From(text));
        Assert.NotEmpty(MessageHtml.Line(Formatted.Of(text)));
    }

    private static void Check(IElement element)
    {
        Assert.True(Allowed.TryGetValue(element.TagName, out var attributes), element.TagName);
        Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, attributes));
        if (element.GetAttribute("href") is { } address)
        {
            Assert.Matches("^(?i:https?://|mailto:)", address);
            Assert.Equal("noopener noreferrer nofollow", element.GetAttribute("rel"));
            Assert.Null(element.ParentElement!.Closest("a"));
        }
        if (element.TagName is "P" or "LI" or "UL" or "OL" or "BLOCKQUOTE")
            Assert.Equal("auto", element.GetAttribute("dir"));
        if (element.TagName == "CODE" && element.GetAttribute("class") is { } language)
            Assert.Matches("^language-[A-Za-z0-9+#._-]+$", language);
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
