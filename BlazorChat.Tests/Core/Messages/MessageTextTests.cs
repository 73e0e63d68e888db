using BlazorChat.Core.Messages;

namespace BlazorChat.Tests.Core.Messages;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("Hello", "Hello")]
    [InlineData("Hello\n\n", "Hello")]
    [InlineData("    if (x)\n        y();\n  ", "    if (x)\n        y();")]
    [InlineData(" \t\r\n\n\tx\n", "\tx")]
    [InlineData("a\r\nb\rc\u2028d", "a\nb\nc\nd")]
    [InlineData("a\0b", "ab")]
    [InlineData("a\u202Eb\u202Dc", "a\uFFFDb\uFFFDc")]
    [InlineData("\u2067a\u2069\u200F", "\u2067a\u2069\u200F")]
    [InlineData("  two  words  ", "  two  words")]
    [InlineData("<b>&amp;</b>", "<b>&amp;</b>")]
    [InlineData("👨‍👩‍👧", "👨‍👩‍👧")]
    public void It_is_kept_as_written_but_for_its_ends_and_line_ends(string input, string text)
    {
        Assert.Equal(text, MessageText.Parse(input, 100).Value.Value);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced_by_what_can_be_stored()
    {
        Assert.Equal("a\uFFFDb", MessageText.Parse("a\uD83Db", 100).Value.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n\u00a0\u3000")]
    [InlineData("\u200b\u200e\u2060\ufeff")]
    [InlineData("\0\u0001")]
    [InlineData("\u3164")]
    [InlineData("\u115F \u1160\n\u2800\uFFA0")]
    [InlineData("\uFE0F\u034F")]
    public void Nothing_to_see_is_no_message(string? input)
    {
        Assert.Equal("message", MessageText.Parse(input, 100).Refusal?.Field);
    }

    [Theory]
    [InlineData("\u3164")]
    [InlineData("\u2800\u200B")]
    public void A_caption_of_nothing_visible_is_none(string input) => Assert.Equal("", MessageText.ParseCaption(input, 100).Value.Value);

    [Theory]
    [InlineData("12345", true)]
    [InlineData("123456", false)]
    [InlineData("😀😀😀😀😀", true)]
    [InlineData("😀😀😀😀😀😀", false)]
    [InlineData("\n 1234   ", true)]
    [InlineData(" 12345", false)]
    [InlineData("1\r\n3\r\n5", true)]
    public void Its_length_counts_code_points_of_what_is_kept(string input, bool fits)
    {
        Assert.Equal(fits, MessageText.Parse(input, 5).Refusal is null);
    }
}
