using System.Text.Json;
using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Reactions;

namespace BlazorChat.Tests.Core.Formatting;

/// <summary>Names that become emoji. For those that people added, the scripts of the page pass the same table: custom-emoji.test.js.</summary>
public sealed class ShortcodesTests
{
    private static readonly JsonElement[] Cases = SharedCases.In("emoji-cases.json");

    public static TheoryData<string> Names => [.. Cases.Select(each => each.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_within_a_word_is_none(string name)
    {
        var one = Cases.Single(each => each.GetProperty("name").GetString() == name);
        var (text, shown) = (one.GetProperty("text").GetString()!, one.GetProperty("shown").GetString());

        Assert.Equal(shown, EmojiNames.Replaced(text));
    }

    [Theory]
    [InlineData("done :tada:", "done 🎉")]
    [InlineData(":tada::rocket: :+1:", "🎉🚀 👍")]
    [InlineData("(:Heart:)!", "(❤️)!")]
    [InlineData("完成:tada:了", "完成🎉了")]
    [InlineData("привет:tada:", "привет🎉")]
    [InlineData("> :tada:\n- :+1:", "> 🎉\n- 👍")]
    [InlineData("**:tada:**", "**🎉**")]
    [InlineData("note: :tada:", "note: 🎉")]
    [InlineData(":no :tada:", ":no 🎉")]
    public void A_name_becomes_its_emoji(string text, string replaced) => Assert.Equal(replaced, EmojiNames.Replaced(text));

    [Theory]
    [InlineData("no :such_emoji_name: here")]
    [InlineData("at 1:100:2 or std::on::x or x:on:y")]
    [InlineData(":tada:2 and _:tada:")]
    [InlineData("see https://example.org/:tada:/x and mailto:a:tada:@b.c")]
    [InlineData("`:tada:` and ``a ` :tada: ``")]
    [InlineData("```\n:tada:\n```")]
    [InlineData("```\n:tada:\n~~~\n:tada:")]
    [InlineData("> ```js\n> :tada:\n> ```")]
    public void Code_addresses_and_middles_of_words_stay(string text) => Assert.Equal(text, EmojiNames.Replaced(text));

    [Theory]
    [InlineData("```\n:tada:\n```\n:tada:", "```\n:tada:\n```\n🎉")]
    [InlineData("`a` :tada: `b`", "`a` 🎉 `b`")]
    [InlineData("a ` :tada: `` b", "a ` 🎉 `` b")]
    public void What_stands_beside_code_does_not(string text, string replaced) => Assert.Equal(replaced, EmojiNames.Replaced(text));

    [Fact]
    public void A_text_is_counted_with_its_emoji()
    {
        Assert.Equal("🎉🎉🎉", MessageText.Parse(":tada::tada::tada:", 3).Value.Value);
    }

    [Fact]
    public void Every_name_leads_to_one_emoji_in_its_normal_form_that_is_no_longer()
    {
        Assert.All(Shortcodes.All, name =>
        {
            Assert.Equal(name.Value, Emoji.Parse(name.Value).Value.Value);
            Assert.True(name.Value.EnumerateRunes().Count() <= name.Key.Length + 2, name.Key);
        });
    }

    [Theory]
    [InlineData("`", 40_000)]
    [InlineData(":", 40_000)]
    [InlineData(":on", 13_000)]
    [InlineData("`:tada:", 6_000)]
    [InlineData("``` \n", 8_000)]
    [InlineData("> ", 20_000)]
    public void A_long_one_costs_one_pass(string piece, int times) =>
        Assert.NotNull(EmojiNames.Replaced(string.Concat(Enumerable.Repeat(piece, times)) + " :tada:"));
}
