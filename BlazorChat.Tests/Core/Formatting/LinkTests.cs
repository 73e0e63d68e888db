using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;

namespace BlazorChat.Tests.Core.Formatting;

public sealed class LinkTests
{
    private const string Address = "https://example.org/a";

    [Theory]
    [InlineData("See ", ", please.")]
    [InlineData("Voyez « ", " », s’il vous plaît.")]
    [InlineData("Смотрите ", "!")]
    [InlineData("Δείτε ", "· ευχαριστώ")]
    [InlineData("请看", "。谢谢")]
    [InlineData("詳細は「", "」をご覧ください")]
    [InlineData("여기(", ")를 보세요")]
    [InlineData("انظر ", "، من فضلك")]
    [InlineData("ראו ", ".")]
    [InlineData("देखें ", "।")]
    [InlineData("ดูที่", " ครับ")]
    [InlineData("Տես ", "։")]
    public void In_a_sentence_of_any_script_only_the_address_is_the_link(string before, string after) =>
        Assert.Equal($"{before}{Link.To(Address, Address)}{after}", MessageHtml.From($"{before}{Address}{after}"));

    [Theory]
    [InlineData("**https://example.org**", "<strong>" + Link.Example + "</strong>")]
    [InlineData("_https://example.org_", "<em>" + Link.Example + "</em>")]
    [InlineData("~~https://example.org~~", "<del>" + Link.Example + "</del>")]
    [InlineData("- https://example.org", "<ul dir=\"auto\"><li dir=\"auto\">" + Link.Example + "</li></ul>")]
    [InlineData("(https://example.org)", "(" + Link.Example + ")")]
    public void Formatting_around_an_address_is_not_part_of_it(string text, string html) => Assert.Equal(html, MessageHtml.From(text));

    [Fact]
    public void Signs_of_formatting_within_an_address_are_part_of_it() =>
        Assert.Equal(Link.To("https://example.org/a_b_c*d*", "https://example.org/a_b_c*d*/e").Replace("*d*\"", "*d*/e\"", StringComparison.Ordinal),
            MessageHtml.From("https://example.org/a_b_c*d*/e"));

    [Theory]
    [InlineData("first_last@example.org", "first_last@example.org")]
    [InlineData("a.b-c@mail.example.org.", "a.b-c@mail.example.org")]
    [InlineData("(ada@example.org)", "ada@example.org")]
    [InlineData("写信到ada@example.org。", "ada@example.org")]
    public void E_mail_addresses_are_links(string text, string address) =>
        Assert.Contains(Link.To("mailto:" + address, address), MessageHtml.From(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("ada@example")]
    [InlineData("ada@example.1")]
    [InlineData("@example.org")]
    [InlineData("a@b@c")]
    [InlineData("ada.@example.org")]
    public void What_is_no_e_mail_address_is_no_link(string text) => Assert.False(Formatted.Of(text).HasLink);

    [Theory]
    [InlineData("[here](https://example.org)")]
    [InlineData("[**here**](http://example.org/a_(b))")]
    [InlineData("[mail us](mailto:ada@example.org)")]
    [InlineData("[example.org](https://www.example.org/a)")]
    [InlineData("[https://example.org/…](https://example.org/a/b/c)")]
    [InlineData("[README.md](https://example.org/README.md)")]
    [InlineData("[about example.org, and more](https://example.org/a)")]
    [InlineData("[what README.md and main.rs say](https://example.org)")]
    [InlineData("[ASP.NET and Node.js](https://example.org)")]
    [InlineData("[https://example.org/see?of=bank.example](https://example.org/see?of=bank.example)")]
    [InlineData("[ada.lovelace@example.org](mailto:ada.lovelace@example.org)")]
    [InlineData("[https://example.org:8080/a.html](https://example.org:8080/a.html?b)")]
    [InlineData("[see https://example.org.](https://example.org/)")]
    [InlineData("[https://ada@example.org/@ada](https://ada@example.org/@ada)")]
    [InlineData("[https://[::1]:80/](http://[::1]:80/)")]
    [InlineData("[Ada@example.org](mailto:ada@example.org)")]
    [InlineData("[@ada](https://example.org/ada)")]
    public void A_link_with_a_text_of_its_own_tells_where_it_leads_by_its_title(string text)
    {
        Assert.Matches("^<a href=\"([^\"]+)\" title=\"\\1\" target=\"_blank\" rel=\"noopener noreferrer nofollow\">", MessageHtml.From(text));
        Assert.True(Formatted.Of(text).HasLink);
    }

    [Theory]
    [InlineData("[https://bank.example](https://evil.example)")]
    [InlineData("[bank.example](https://evil.example)")]
    [InlineData("[www.bank.example/login](https://evil.example/bank.example)")]
    [InlineData("[bank\u200b.example](https://evil.example)")]
    [InlineData("[bank。example](https://evil.example)")]
    [InlineData("[**bank**.example](https://evil.example)")]
    [InlineData("[bank.example login](https://evil.example)")]
    [InlineData("[log in at (bank.example)](https://evil.example)")]
    [InlineData("[evil.example: bank.example](https://evil.example)")]
    [InlineData("[evil.example|bank.example](https://evil.example)")]
    [InlineData("[login/bank.example](https://evil.example)")]
    [InlineData("[bank.net](https://evil.example)")]
    [InlineData("[mbank.pl konto](https://evil.example/mbank.pl)")]
    [InlineData("[登录bank.example](https://evil.example)")]
    [InlineData("[write to bank.example](mailto:help@evil.example)")]
    [InlineData("[go to https://bank.example now](https://evil.example)")]
    [InlineData("[bank.example](https://bank.example@evil.example)")]
    [InlineData("[help@bank.example](mailto:help@evil.example)")]
    [InlineData("[help@evil.example](mailto:thief@evil.example)")]
    [InlineData("[evil.example@bank.example](https://evil.example)")]
    [InlineData("[evil.example https://bank.example](https://evil.example)")]
    [InlineData("[https://localhost/a](https://evil.example)")]
    [InlineData("[https://192.168.0.1](https://evil.example)")]
    [InlineData("[https://[::1]/](https://evil.example)")]
    [InlineData("[https:／／intranet](https://evil.example)")]
    [InlineData("[bank﹒example](https://evil.example)")]
    [InlineData("[bank.e\u0323xample](https://evil.example)")]
    [InlineData("[\u2067\u2066.example\u2069\u2066bank\u2069\u2069](https://evil.example)")]
    public void A_link_whose_text_is_another_address_is_shown_as_it_was_written(string text)
    {
        var html = MessageHtml.From(text);
        Assert.StartsWith("[", html, StringComparison.Ordinal);
        Assert.DoesNotContain("title=", html, StringComparison.Ordinal);
        Assert.Contains("evil.example", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html,x)")]
    [InlineData("[x](//evil.example)")]
    [InlineData("[x](room/general)")]
    [InlineData("[x](https:evil)")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](<java script:x>)")]
    [InlineData("![x](vbscript:x)")]
    [InlineData("[x](file:///etc/passwd)")]
    public void Other_addresses_are_no_links(string text) => Assert.DoesNotContain("<a", MessageHtml.From(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("`https://example.org`")]
    [InlineData("```\nhttps://example.org\n```")]
    [InlineData("`ada@example.org`")]
    public void Code_has_no_links(string text) => Assert.False(Formatted.Of(text).HasLink);

    [Theory]
    [InlineData("http://[")]
    [InlineData("http://[::1")]
    [InlineData("http://[]a")]
    [InlineData("http://[::1]a")]
    public void What_only_begins_like_a_number_of_a_host_is_no_link(string text) => Assert.False(Formatted.Of(text).HasLink);

    [Fact]
    public void Hosts_may_be_numbers() => Assert.Equal($"({Link.To("http://[::1]:8080/a", "http://[::1]:8080/a")})", MessageHtml.From("(http://[::1]:8080/a)"));
}
