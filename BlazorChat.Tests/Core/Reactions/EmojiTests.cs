using BlazorChat.Core.Reactions;

namespace BlazorChat.Tests.Core.Reactions;

public sealed class EmojiTests
{
    [Theory]
    [InlineData("👍")]
    [InlineData("👍🏽")]
    [InlineData("❤️")]
    [InlineData("❤")]
    [InlineData("😂")]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("🏳️‍🌈")]
    [InlineData("🇩🇪")]
    [InlineData("🏴󠁧󠁢󠁳󠁣󠁴󠁿")]
    [InlineData("1️⃣")]
    [InlineData("#️⃣")]
    [InlineData("✅")]
    [InlineData("‼️")]
    [InlineData("🫠")]
    public void One_emoji_is_one(string emoji)
    {
        Assert.Equal(emoji, Emoji.Parse(emoji).Value.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a")]
    [InlineData("1")]
    [InlineData("#")]
    [InlineData("👍👍")]
    [InlineData("👍 ")]
    [InlineData(" 👍")]
    [InlineData("👍a")]
    [InlineData("e\u0301")]
    [InlineData("\u200d")]
    [InlineData("\ufe0f")]
    [InlineData("<b>")]
    [InlineData("漢")]
    [InlineData("a\u20e3")]
    public void Anything_else_is_none(string? text)
    {
        Assert.Equal("reaction", Emoji.Parse(text).Refusal?.Field);
    }

    [Fact]
    public void A_tower_of_joined_emoji_is_none()
    {
        Assert.NotNull(Emoji.Parse(string.Join('\u200d', Enumerable.Repeat("👩", 30))).Refusal);
    }
}
