using System.Buffers;
using System.Globalization;
using System.Text;
using BlazorChat.Core.Search.Segments;
using CsCheck;

namespace BlazorChat.Tests.Core.Search.Segments;

public sealed class BlocksTests
{
    [Fact]
    public void Ids_are_read_as_they_were_written() => AnyTerms.Ids.Sample(ids =>
    {
        var bytes = new ArrayBufferWriter<byte>();
        Postings.Write(ids, bytes);
        List<long> read = [];
        Postings.Read(bytes.WrittenSpan, read);
        return read.SequenceEqual(ids);
    }, iter: 10_000);

    [Fact]
    public void Neighbours_take_a_byte_each()
    {
        var bytes = new ArrayBufferWriter<byte>();
        Postings.Write([.. Enumerable.Range(1, 100).Select(n => 1_000_000L - (n * 100))], bytes);

        Assert.Equal(3 + 99, bytes.WrittenCount);
    }

    [Fact]
    public void Terms_and_their_messages_are_read_as_they_were_written() => AnyTerms.Messages.Sample(messages =>
        Assert.Equal(
            string.Concat(AnyTerms.All.Prepend("").OrderBy(Encoding.UTF8.GetBytes, TermOrder.Instance)
                .Select(term => (Term: term, Ids: messages.Where(message => term == "" || message.Value.Contains(term)).Select(message => message.Key).OrderDescending().ToArray()))
                .Where(each => each.Ids.Length > 0).Select(each => $"{each.Term}: {string.Join(' ', each.Ids)}\n")),
            messages.Blocks().Written()), iter: 10_000);

    [Fact]
    public void Many_terms_are_many_blocks_and_a_long_term_is_one()
    {
        var writer = new BlockWriter();
        long[] common = [.. Enumerable.Range(1, 10_000).Select(n => (long)n).Reverse()];
        for (var n = 10_000; n < 12_000; n++)
            writer.Add(Encoding.UTF8.GetBytes(n.ToString(CultureInfo.InvariantCulture)), n == 11_000 ? common : [n]);
        var blocks = writer.TakeAll();

        Assert.Equal(common.Length + 1, Assert.Single(blocks, block => block.Data.Length > 4096).Data.Length - "11000".Length - 4);
        Assert.All(blocks.SkipLast(1), block => Assert.InRange(block.Data.Length, 1, 20_000));
        Assert.Equal(2_000, blocks.Written().AsSpan().Count('\n'));
    }

    [Fact]
    public void Messages_that_are_taken_out_leave_no_term_behind() => Gen.Select(AnyTerms.Messages, Gen.Long[1, 60].Array[0, 30].Select(ids => ids.ToHashSet())).Sample((messages, gone) =>
    {
        var left = messages.Blocks().SelectMany(block => block.Without(gone) ?? [block]).ToList();
        foreach (var id in gone)
            messages.Remove(id);
        Assert.Equal(messages.Count == 0 ? "" : messages.Blocks().Written(), left.Written());
    }, iter: 10_000);

    [Fact]
    public void A_block_without_the_messages_stays_as_it_is() =>
        Assert.Null(Assert.Single(new Dictionary<long, string[]> { [1] = ["a"], [3] = ["b"] }.Blocks()).Without(new HashSet<long> { 2 }));

    [Fact]
    public void Merged_segments_hold_what_one_segment_of_all_their_messages_holds() => AnyTerms.Messages.Array[1, 5].Sample(segments =>
    {
        var (merge, writer) = (new TermMerge(), new BlockWriter());
        List<TermBlock> merged = [];
        foreach (var block in segments.SelectMany(segment => segment.Blocks()).OrderBy(block => block.FirstTerm, TermOrder.Instance))
        {
            merge.Add(block, writer);
            merged.AddRange(writer.TakeFull());
        }
        merged.AddRange(merge.End(writer));
        // A message that is in several segments has the terms that it has in any of them.
        var all = segments.SelectMany(segment => segment).GroupBy(message => message.Key).ToDictionary(same => same.Key, same => same.SelectMany(each => each.Value).Distinct().ToArray());
        Assert.Equal(all.Blocks().Written(), merged.Written());
    }, iter: 5_000);
}
