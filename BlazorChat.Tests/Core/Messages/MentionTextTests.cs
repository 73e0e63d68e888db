using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;
using BlazorChat.Tests.Core.Formatting;

namespace BlazorChat.Tests.Core.Messages;

public sealed class MentionTextTests
{
    [Theory]
    [InlineData("@ada", "ada")]
    [InlineData("hello @ada!", "ada")]
    [InlineData("(@ada)", "ada")]
    [InlineData("@ada\n@grace", "ada grace")]
    [InlineData("@ada, @grace-2 and @li_nus", "ada grace-2 li_nus")]
    [InlineData("Grüße, @ada", "ada")]
    [InlineData("<@ada>", "ada")]
    [InlineData("我和@ada说", "ada")]
    [InlineData("こんにちは@ada さん", "ada")]
    [InlineData("친구@ada", "ada")]
    [InlineData("สวัสดี@ada", "ada")]
    [InlineData("_@ada_", "ada")]
    [InlineData("(__@ada__)", "ada")]
    [InlineData("**@ada**", "ada")]
    public void A_name_after_an_at_sign_is_found(string text, string words)
    {
        Assert.Equal(words, string.Join(' ', MentionText.In(Formatted.Of(text)).Select(written => written.Word)));
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("@")]
    [InlineData("@ ada")]
    [InlineData("@a")]
    [InlineData("mail@ada")]
    [InlineData("mail@ada.example")]
    [InlineData("é@ada")]
    [InlineData("a_@ada.example")]
    [InlineData("我_@ada")]
    [InlineData("@@ada")]
    [InlineData("/@ada")]
    [InlineData("`@ada`")]
    [InlineData("`x @ada y`")]
    [InlineData("[@ada](https://example.org)")]
    [InlineData("`a\n@ada`")]
    [InlineData("```\n@ada\n```")]
    [InlineData("https://example.org/@ada")]
    [InlineData("https://ada:pass@ada.example/")]
    public void Code_links_and_parts_of_words_address_nobody(string text)
    {
        Assert.Empty(MentionText.In(Formatted.Of(text)));
    }

    [Theory]
    [InlineData("@ada.", "ada.,ada")]
    [InlineData("@ada_", "ada_,ada")]
    [InlineData("@ada.--", "ada.--,ada.-,ada.,ada")]
    [InlineData("@ada.lovelace", "ada.lovelace")]
    [InlineData("@a.", "a.")]
    public void The_end_of_a_sentence_may_belong_to_the_name(string text, string names)
    {
        Assert.Equal(names, string.Join(',', MentionText.In(Formatted.Of(text)).Single().Names()));
    }

    [Fact]
    public void In_one_line_people_are_called_by_the_name_they_chose_and_only_where_they_are_addressed() =>
        Assert.Equal(
            "@Ada Lovelace, ask @linus. @ada is @Ada Lovelace; @nobody",
            MessageHtml.Line(Formatted.Of("@ada, ask @linus. `@ada` is @ADA; @nobody"), [Mentions.Of("ada"), Mentions.Of("linus")], new Dictionary<string, string> { ["id-ada"] = "Ada Lovelace" }));

    [Fact]
    public void No_name_is_longer_than_names_are() => Assert.Empty(MentionText.In(Formatted.Of("@" + new string('a', 33))).Single().Names());

    [Fact]
    public void A_text_addresses_so_many_at_most() =>
        Assert.Equal(MentionText.Most, MentionText.In(Formatted.Of(string.Concat(Enumerable.Repeat("@ada ", 200)))).Count());
}
