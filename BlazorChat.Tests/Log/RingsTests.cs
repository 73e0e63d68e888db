using BlazorChat.Core.Live;
using BlazorChat.Web.Log;

namespace BlazorChat.Tests.Log;

public sealed class RingsTests
{
    [Theory]
    [InlineData(new long[] { 5, 6 }, new long[] { 5, 6 })]
    [InlineData(new long[] { 3, 4, 5, 6 }, new long[] { 5, 6 })]
    [InlineData(new long[] { 6, 7 }, new long[] { })]
    [InlineData(new long[] { }, new long[] { })]
    public void A_reader_takes_what_comes_next_and_else_reads_the_log(long[] ring, long[] next) =>
        Assert.Equal(next, Ring(ring).After(4).Select(each => each.Entry.Position));

    [Theory]
    [InlineData(new long[] { 3, 4 }, true)]
    [InlineData(new long[] { 4, 5 }, false)]
    [InlineData(new long[] { 7 }, false)]
    [InlineData(new long[] { }, false)]
    public void What_a_reader_has_passed_is_dropped(long[] ring, bool isKnown) => Assert.Equal(isKnown, Ring(ring).IsKnownAt(4));

    private static CommittedEntry[] Ring(long[] positions) =>
        [.. positions.Select(position => new CommittedEntry(new LogEntry { Position = position }))];
}
