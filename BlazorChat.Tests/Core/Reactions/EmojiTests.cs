using System.Text.Json;
using BlazorChat.Core.Reactions;

namespace BlazorChat.Tests.Core.Reactions;

public sealed class EmojiTests
{
    [Theory]
    [InlineData("👍")]
    [InlineData("👍🏽")]
    [InlineData("❤️")]
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
    [InlineData("🕵️‍♂️")]
    [InlineData("🕵🏽‍♂️")]
    [InlineData("👩‍❤️‍💋‍👨")]
    [InlineData("👁️‍🗨️")]
    [InlineData("→")]
    public void One_emoji_is_one(string emoji)
    {
        Assert.Equal(emoji, Emoji.Parse(emoji).Value.Value);
    }

    [Theory]
    [InlineData("❤", "❤️")]
    [InlineData("👍\uFE0F", "👍")]
    [InlineData("👍\uFE0F\uFE0F", "👍")]
    [InlineData("👍🏽\uFE0F", "👍🏽")]
    [InlineData("🏳‍🌈", "🏳️‍🌈")]
    [InlineData("☝\uFE0F🏽", "☝🏽")]
    [InlineData("1\u20E3", "1\uFE0F\u20E3")]
    [InlineData("👨‍⚕", "👨‍⚕️")]
    [InlineData("→\uFE0F", "→")]
    public void What_looks_the_same_is_the_same(string written, string normal)
    {
        Assert.Equal(normal, Emoji.Parse(written).Value.Value);
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
    [InlineData("👍\u200D")]
    [InlineData("\u200D👍")]
    [InlineData("👍\U000E0067")]
    [InlineData("👍\U000E007F")]
    [InlineData("🏴\U000E0067\U000E0062")]
    [InlineData("🏴\U000E0075\U000E0073\U000E0074\U000E0078\U000E007F")]
    [InlineData("🇩")]
    [InlineData("🇩🇪🇫")]
    [InlineData("🏽")]
    [InlineData("👍🏽🏽")]
    [InlineData("👍‍🇩🇪")]
    [InlineData("\uFE0F👍")]
    [InlineData("1\uFE0F")]
    public void Anything_else_is_none(string? text)
    {
        Assert.Equal("reaction", Emoji.Parse(text).Refusal?.Field);
    }

    [Fact]
    public void A_tower_of_joined_emoji_is_none()
    {
        Assert.NotNull(Emoji.Parse(string.Join('\u200d', Enumerable.Repeat("👩", 30))).Refusal);
    }

    [Fact]
    public void Whatever_the_picker_offers_is_one_in_its_normal_form()
    {
        using var offered = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "BlazorChat.Web/wwwroot/vendor/emoji/emoji.json")));
        foreach (var one in offered.RootElement.EnumerateArray())
        {
            string[] all = [one.GetProperty("emoji").GetString()!, .. one.TryGetProperty("skins", out var skins) ? skins.EnumerateArray().Select(skin => skin.GetProperty("emoji").GetString()!) : []];
            Assert.All(all, emoji => Assert.Equal(emoji, Emoji.Parse(emoji).Value.Value));
        }
    }
}
