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

    [Fact]
    public void Entries_come_whole_to_the_other_nodes()
    {
        var entry = new LogEntry { Position = 7, Kind = new EntryKind(3), RoomId = "general", UserId = "u1", Subject = "9", Detail = "👍", At = 12 };

        var came = NodeRings.Decode(NodeRings.Encode([new CommittedEntry(entry)])).Single().Entry;

        Assert.Equal(
            (entry.Position, entry.Kind, entry.RoomId, entry.UserId, entry.Subject, entry.Detail, entry.At),
            (came.Position, came.Kind, came.RoomId, came.UserId, came.Subject, came.Detail, came.At));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[{\"Position\":")]
    public void What_cannot_be_read_asks_to_look_into_the_log(string ring) =>
        Assert.Empty(NodeRings.Decode(System.Text.Encoding.UTF8.GetBytes(ring)));

    private static CommittedEntry[] Ring(long[] positions) =>
        [.. positions.Select(position => new CommittedEntry(new LogEntry { Position = position }))];
}
