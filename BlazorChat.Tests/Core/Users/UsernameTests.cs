using BlazorChat.Core.Users;

namespace BlazorChat.Tests.Core.Users;

public sealed class UsernameTests
{
    [Theory]
    [InlineData("ab")]
    [InlineData("Ada.Lovelace-1815_x")]
    [InlineData("1ada")]
    [InlineData("abcdefghijklmnopqrstuvwxyz123456")]
    public void Letters_digits_dots_hyphens_and_underscores_make_a_name(string name)
    {
        Assert.Equal(name, Username.Parse(name).Value.Value);
    }

    [Fact]
    public void White_space_around_it_is_no_part_of_it()
    {
        Assert.Equal("ada", Username.Parse(" ada\n").Value.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("abcdefghijklmnopqrstuvwxyz1234567")]
    [InlineData(".ada")]
    [InlineData("-ada")]
    [InlineData("a da")]
    [InlineData("адa")]
    [InlineData("ada@example.org")]
    [InlineData("ada\u200b")]
    public void Anything_else_is_none(string? name)
    {
        Assert.Equal("username", Username.Parse(name).Refusal?.Field);
    }
}
