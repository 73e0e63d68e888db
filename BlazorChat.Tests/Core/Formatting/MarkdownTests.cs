using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;

namespace BlazorChat.Tests.Core.Formatting;

/// <summary>What people write, and how it is shown.</summary>
public sealed class MarkdownTests
{
    [Theory]
    [InlineData("**bold** *italic* _italic_ ~~struck~~", "<strong>bold</strong> <em>italic</em> <em>italic</em> <del>struck</del>")]
    [InlineData("***both***", "<em><strong>both</strong></em>")]
    [InlineData("**bold *and italic***", "<strong>bold <em>and italic</em></strong>")]
    [InlineData("**one\ntwo**", "<strong>one<br>two</strong>")]
    [InlineData("这是**重要。**请看", "这是<strong>重要。</strong>请看")]
    [InlineData("これは*大事*です", "これは<em>大事</em>です")]
    [InlineData("**مهم** جدا", "<strong>مهم</strong> جدا")]
    public void Emphasis(string text, string html) => Assert.Equal(html, MessageHtml.From(text));

    [Theory]
    [InlineData("2*3*4")]
    [InlineData("snake_case_name")]
    [InlineData("**not closed")]
    [InlineData("a * b * c")]
    [InlineData("~one~")]
    [InlineData("* * *")]
    [InlineData("_ __")]
    [InlineData("_ _ _")]
    [InlineData("- - -")]
    [InlineData("---")]
    [InlineData("***")]
    [InlineData("# no heading")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData("one\n===")]
    [InlineData("| a | b |\n|---|---|")]
    [InlineData("[x]")]
    [InlineData("```")]
    [InlineData(@"¯\_(ツ)_/¯")]
    [InlineData(@"C:\dir\file")]
    [InlineData("    indented\n        more")]
    public void What_is_no_formatting_stays_as_it_was_written(string text) =>
        Assert.Equal(text.Replace("\n", "<br>", StringComparison.Ordinal), MessageHtml.From(text));

    [Theory]
    [InlineData(">_<", "&gt;_&lt;")]
    [InlineData(">:(", "&gt;:(")]
    [InlineData("+ 5 points", "&#x2B; 5 points")]
    [InlineData("<b>no</b> &amp; <!-- html -->", "&lt;b&gt;no&lt;/b&gt; &amp;amp; &lt;!-- html --&gt;")]
    [InlineData(@"\*no\* \_no\_ \`no\` \[no\](x)", "*no* _no_ `no` [no](x)")]
    [InlineData("[x]: https://example.org", "[x]: " + Link.Example)]
    [InlineData("<https://example.org>", "&lt;" + Link.Example + "&gt;")]
    public void Nor_is_this(string text, string html) => Assert.Equal(html, MessageHtml.From(text));

    [Theory]
    [InlineData("one\n\ntwo\nthree", "<p dir=\"auto\">one</p><p dir=\"auto\">two<br>three</p>")]
    [InlineData("> one\n> two", "<blockquote dir=\"auto\">one<br>two</blockquote>")]
    [InlineData("> one\nafter", "<blockquote dir=\"auto\">one</blockquote><p dir=\"auto\">after</p>")]
    [InlineData("> one\n> > two", "<blockquote dir=\"auto\"><p dir=\"auto\">one</p><blockquote dir=\"auto\">two</blockquote></blockquote>")]
    [InlineData("- one\n- two", "<ul dir=\"auto\"><li dir=\"auto\">one</li><li dir=\"auto\">two</li></ul>")]
    [InlineData("* one\n* two\nafter", "<ul dir=\"auto\"><li dir=\"auto\">one</li><li dir=\"auto\">two</li></ul><p dir=\"auto\">after</p>")]
    [InlineData("To do:\n1. one\n2. two", "<p dir=\"auto\">To do:</p><ol dir=\"auto\"><li dir=\"auto\">one</li><li dir=\"auto\">two</li></ol>")]
    [InlineData("3. three", "<ol dir=\"auto\" start=\"3\"><li dir=\"auto\">three</li></ol>")]
    [InlineData("- one\n  - in it\n    1. deeper", "<ul dir=\"auto\"><li dir=\"auto\">one<ul dir=\"auto\"><li dir=\"auto\">in it<ol dir=\"auto\"><li dir=\"auto\">deeper</li></ol></li></ul></li></ul>")]
    [InlineData("- one\n\n  two", "<ul dir=\"auto\"><li dir=\"auto\"><p dir=\"auto\">one</p><p dir=\"auto\">two</p></li></ul>")]
    public void Blocks_each_have_their_own_direction(string text, string html) => Assert.Equal(html, MessageHtml.From(text));

    [Theory]
    [InlineData("`a\u202Eb\u2066c`", "<code dir=\"ltr\">a\uFFFDb\uFFFDc</code>")]
    [InlineData("`a < b`", "<code dir=\"ltr\">a &lt; b</code>")]
    [InlineData("`` a ` b ``", "<code dir=\"ltr\">a ` b</code>")]
    [InlineData("`**no**` `https://example.org`", "<code dir=\"ltr\">**no**</code> <code dir=\"ltr\">https://example.org</code>")]
    [InlineData("```cs\nvar x = 1;\n\n  y\n```", "<pre dir=\"ltr\"><code class=\"language-cs\">var x = 1;\n\n  y</code></pre>")]
    [InlineData("```\n**no**", "<pre dir=\"ltr\"><code>**no**</code></pre>")]
    [InlineData("```\n\none\n```", "<pre dir=\"ltr\"><code>\n\none</code></pre>")]
    [InlineData("```c++\nx\n```", "<pre dir=\"ltr\"><code class=\"language-c&#x2B;&#x2B;\">x</code></pre>")]
    [InlineData("```select 1;\nselect 2;```", "<pre dir=\"ltr\"><code>select 1;\nselect 2;</code></pre>")]
    [InlineData("```\" onclick=\"x\ny\n```", "<pre dir=\"ltr\"><code>&quot; onclick=&quot;x\ny</code></pre>")]
    [InlineData("```one line```", "<code dir=\"ltr\">one line</code>")]
    [InlineData("see\n```\nx\n```\nafter", "<p dir=\"auto\">see</p><pre dir=\"ltr\"><code>x</code></pre><p dir=\"auto\">after</p>")]
    public void Code_is_left_alone_and_runs_from_left_to_right(string text, string html) => Assert.Equal(html, MessageHtml.From(text));

    [Fact]
    public void What_is_nested_too_deep_keeps_its_signs()
    {
        var quoted = MessageHtml.From(new string('>', 20) + " deep");
        Assert.Equal(16, quoted.Split("<blockquote").Length - 1);
        Assert.Contains("&gt;&gt;&gt;&gt; deep", quoted, StringComparison.Ordinal);

        var listed = MessageHtml.From(string.Concat(Enumerable.Repeat("- ", 20)) + "deep");
        Assert.Equal(16, listed.Split("<li").Length - 1);

        var emphasized = MessageHtml.From(string.Concat(Enumerable.Repeat("*a _b ", 20)) + string.Concat(Enumerable.Repeat("b_ a*", 20)));
        Assert.True(emphasized.Split("<em>").Length - 1 <= 16);
    }

    [Theory]
    [InlineData("**one** `two`\n> three\n- [four](https://example.org) @ada", "one two three four @Ada L")]
    [InlineData("```cs\nvar x;\n\n  y\n```", "var x; y")]
    [InlineData("[example.com](https://example.org)", "[example.com](https://example.org)")]
    [InlineData("", "")]
    public void An_excerpt_is_one_line_without_signs(string text, string line) =>
        Assert.Equal(line, MessageHtml.Line(Formatted.Of(text), [Mentions.Of("ada")], new Dictionary<string, string> { ["id-ada"] = "Ada L" }));

    // As excerptOf in message-text.js cuts it.
    [Theory]
    [InlineData("abcde", "abcde")]
    [InlineData("abcdef", "abcde…")]
    [InlineData("👍👍👍👍👍", "👍👍👍👍👍")]
    [InlineData("👍👍👍👍👍👍", "👍👍👍👍👍…")]
    public void An_excerpt_has_so_many_characters_whatever_they_take(string text, string excerpt) =>
        Assert.Equal(excerpt, MessageHtml.Excerpt(Formatted.Of(text), 5));
}

internal static class Link
{
    public const string Example = "<a href=\"https://example.org\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">https://example.org</a>";

    public static string To(string address, string text) =>
        $"<a href=\"{address}\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">{text}</a>";
}
