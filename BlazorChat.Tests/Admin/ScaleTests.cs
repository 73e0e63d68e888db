using BlazorChat.Web.Admin;


namespace BlazorChat.Tests.Admin;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(0, 2, 3)]
    [InlineData(1, 2, 3)]
    [InlineData(3, 4, 3)]
    [InlineData(7, 10, 3)]
    [InlineData(10, 10, 3)]
    [InlineData(11, 20, 3)]
    [InlineData(137, 200, 3)]
    [InlineData(0.4, 2, 3)]
    public void The_axis_ends_at_a_round_number_above_the_highest_value(double highest, double top, int marks)
    {
        var scale = ChartScale.For(highest);

        Assert.Equal((top, marks), (scale.Top, scale.Marks.Count));
        Assert.Equal((0, top), (scale.Marks[0], scale.Marks[^1]));
    }

    [Fact]
    public void Every_value_fits()
    {
        for (var value = 0.0; value < 100_000; value += 0.5 + (value / 7))
            Assert.True(ChartScale.For(value).Top >= value);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(2000, "2,000")]
    [InlineData(20000, "20k")]
    [InlineData(1500000, "1.5M")]
    public void Marks_are_short(double value, string label) => Assert.Equal(label, ChartScale.Label(value));
}
