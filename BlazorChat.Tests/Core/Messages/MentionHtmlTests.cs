using BlazorChat.Core.Messages;
using BlazorChat.Tests.Core.Formatting;

namespace BlazorChat.Tests.Core.Messages;

public sealed class MentionHtmlTests
{
    private const string Ada = """<span class="mention" data-user="id-ada">@ada</span>""";

    [Theory]
    [InlineData("@ada", Ada)]
    [InlineData("@ada.", Ada + ".")]
    [InlineData("a @ada b", "a " + Ada + " b")]
    [InlineData("_@ada_", "<em>" + Ada + "</em>")]
    [InlineData("**@ada**, ~~@ada~~", "<strong>" + Ada + "</strong>, <del>" + Ada + "</del>")]
    [InlineData("> @ada", "<blockquote dir=\"auto\">" + Ada + "</blockquote>")]
    [InlineData("<b>@ada</b>", "&lt;b&gt;" + Ada + "&lt;/b&gt;")]
    [InlineData("@ada\n@ada", Ada + "<br>" + Ada)]
    [InlineData("@grace", "@grace")]
    [InlineData("@ada-x", "@ada-x")]
    [InlineData("`@ada`", "<code dir=\"ltr\">@ada</code>")]
    public void Whom_a_message_addresses_stands_out(string text, string html)
    {
        Assert.Equal(html, MessageHtml.From(text, [Mentions.Of("ada")]));
    }

    [Fact]
    public void Names_are_shown_as_they_were_written() =>
        Assert.Equal("""<span class="mention" data-user="id-ada">@ADA</span>""", MessageHtml.From("@ADA", [Mentions.Of("ada")]));

    [Fact]
    public void A_link_stays_a_link() =>
        Assert.DoesNotContain("mention", MessageHtml.From("https://example.org/@ada", [Mentions.Of("ada")]), StringComparison.Ordinal);

    [Fact]
    public void What_could_be_both_is_one_of_them() =>
        Assert.StartsWith("""<span class="mention" data-user="id-https">@https</span>:""",
            MessageHtml.From("@https://example.org", [Mentions.Of("https")]), StringComparison.Ordinal);

    [Fact]
    public void An_id_cannot_leave_its_attribute() =>
        Assert.Contains("data-user=\"id-&quot;&gt;", MessageHtml.From("@ada", [Mentions.Of("ada", "id-\">")]), StringComparison.Ordinal);

    [Fact]
    public void What_is_shown_is_what_they_are_called_and_what_was_written_stays_in_the_title() =>
        Assert.Equal("""Hi <span class="mention" data-user="id-ada" title="@ada">@Ada &lt;L&gt;</span>""",
            MessageHtml.From("Hi @ada", [Mentions.Of("ada")], new Dictionary<string, string> { ["id-ada"] = "Ada <L>" }));
}
