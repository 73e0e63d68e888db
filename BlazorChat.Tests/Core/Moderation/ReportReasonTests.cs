using BlazorChat.Core.Moderation;

namespace BlazorChat.Tests.Core.Moderation;

public sealed class ReportReasonTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u200b")]
    public void It_says_something(string? input) => Assert.Equal("reason", ReportReason.Parse(input).Refusal?.Field);

    [Fact]
    public void It_is_one_line() => Assert.Equal("Rude to everyone", ReportReason.Parse("  Rude\r\nto   everyone ").Value.Value);

    [Fact]
    public void Its_length_counts_code_points()
    {
        Assert.Null(ReportReason.Parse(string.Concat(Enumerable.Repeat("😀", 500))).Refusal);
        Assert.NotNull(ReportReason.Parse(new string('a', 501)).Refusal);
    }
}
