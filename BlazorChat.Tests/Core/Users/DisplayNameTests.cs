using BlazorChat.Core.Users;

namespace BlazorChat.Tests.Core.Users;

public sealed class DisplayNameTests
{
    [Theory]
    [InlineData("Ada Lovelace")]
    [InlineData("Élodie 👩‍💻")]
    [InlineData("👁️‍🗨️")]
    [InlineData("क्‍ष")]
    [InlineData("می‍خواهم")]
    [InlineData("Nguyễn")]
    [InlineData("\u1E5B\u0325\u0301")]
    [InlineData("שָׁלוֹם")]
    public void Names_of_all_scripts_are_names(string name) => Assert.Equal(name, DisplayName.Parse(name).Value.Value);

    [Theory]
    [InlineData("m\u200Dem")]
    [InlineData("\u200Dmem")]
    [InlineData("mem\u200D")]
    [InlineData("\u3164")]
    [InlineData("Bo\u3164b")]
    [InlineData("Bob\u2800")]
    public void What_hides_in_a_name_is_refused(string name) => Assert.Equal("display_name", DisplayName.Parse(name).Refusal?.Field);

    [Fact]
    public void A_tower_of_marks_is_refused() =>
        Assert.Equal("display_name", DisplayName.Parse("a" + new string('\u0301', 50)).Refusal?.Field);

    [Theory]
    [InlineData("Bossy", "BOSSY")]
    [InlineData("b o s s y", "BOSSY")]
    [InlineData("Bóssÿ", "BOSSY")]
    [InlineData("Bo\u0301ssy", "BOSSY")]
    [InlineData("Ｂｏｓｓｙ", "BOSSY")]
    [InlineData("Bos\u200Bsy\u00A0", "BOSSY")]
    [InlineData("Łódź", "LODZ")]
    [InlineData("Ада", "АДА")]
    public void Names_are_compared_without_what_is_overlooked(string name, string folded) => Assert.Equal(folded, FoldedName.Of(name));
}
