using BlazorChat.Core.Rooms;

namespace BlazorChat.Tests.Core.Rooms;

public sealed class RoomNamingTests
{
    [Fact]
    public void A_name_is_one_line_of_up_to_80_characters()
    {
        Assert.Equal("Engine room", RoomName.Parse("  Engine \n room ").Value.Value);
        Assert.Null(RoomName.Parse(new string('a', 80)).Refusal);
        Assert.Equal("name", RoomName.Parse(new string('a', 81)).Refusal?.Field);
        Assert.Equal("name", RoomName.Parse(" \u200b ").Refusal?.Field);
    }

    [Fact]
    public void A_topic_is_one_line_of_up_to_250_characters_or_nothing()
    {
        Assert.Equal("", RoomTopic.Parse(null).Value.Value);
        Assert.Equal("Steam and brass", RoomTopic.Parse("Steam\nand brass").Value.Value);
        Assert.Null(RoomTopic.Parse(new string('a', 250)).Refusal);
        Assert.Equal("topic", RoomTopic.Parse(new string('a', 251)).Refusal?.Field);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("general")]
    [InlineData("room-1")]
    [InlineData("0")]
    public void A_slug_has_lower_case_letters_digits_and_hyphens(string slug)
    {
        Assert.Equal(slug, RoomSlug.Parse(slug).Value.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("General")]
    [InlineData("a b")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a/b")]
    [InlineData("café")]
    [InlineData("a123456789b123456789c123456789d123456789e123456789f123456789g12345")]
    public void Anything_else_is_no_slug(string? slug)
    {
        Assert.Equal("id", RoomSlug.Parse(slug).Refusal?.Field);
    }

    [Theory]
    [InlineData("Engine room", "engine-room")]
    [InlineData("Café  Lounge!", "cafe-lounge")]
    [InlineData("--Steam & Brass--", "steam-brass")]
    [InlineData("C#", "c")]
    [InlineData("R2-D2", "r2-d2")]
    public void A_slug_is_made_from_a_name(string name, string slug)
    {
        Assert.Equal(slug, RoomSlug.From(RoomName.Parse(name).Value).Value);
    }

    [Theory]
    [InlineData("日本語")]
    [InlineData("!!!")]
    [InlineData("😀")]
    public void A_name_without_a_usable_letter_gets_a_slug_of_its_own(string name)
    {
        var (first, second) = (RoomSlug.From(RoomName.Parse(name).Value), RoomSlug.From(RoomName.Parse(name).Value));

        Assert.Null(RoomSlug.Parse(first.Value).Refusal);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_made_slug_is_always_a_slug()
    {
        foreach (var name in new[] { new string('a', 63) + " b", new string('é', 80), "a " + new string('-', 70) + " b", "x." })
            Assert.Null(RoomSlug.Parse(RoomSlug.From(RoomName.Parse(name).Value).Value).Refusal);
    }
}
