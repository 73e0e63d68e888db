using System.Text;
using BlazorChat.Core.Search.Segments;
using CsCheck;

namespace BlazorChat.Tests.Core.Search.Segments;

/// <summary>Messages with terms by chance. The terms are few, begin alike, and are in another order as strings than in UTF-8.</summary>
internal static class AnyTerms
{
    public static readonly string[] All = ["a", "ab", "abc", "b", "é", "中", "😀", "\uE000r1", "\uE000r2", "-1a"];

    public static Gen<string> Term { get; } = Gen.Int[0, All.Length - 1].Select(n => All[n]);

    /// <summary>Each id once.</summary>
    public static Gen<Dictionary<long, string[]>> Messages { get; } =
        Gen.Select(Gen.Long[1, 60], Term.Array[1, 5]).Array[1, 12].Select(all => all.DistinctBy(each => each.Item1).ToDictionary(each => each.Item1, each => each.Item2.Distinct().ToArray()));

    public static Gen<long[]> Ids { get; } = Gen.OneOf(Gen.Long[1, 200], Gen.Long[1, long.MaxValue]).Array[0, 300].Select(ids => ids.Distinct().OrderDescending().ToArray());

    public static IReadOnlyList<TermBlock> Blocks(this Dictionary<long, string[]> messages) =>
        SegmentTerms.Blocks(messages.Select(message => (message.Key, (IReadOnlyCollection<string>)message.Value)));

    /// <returns>What blocks hold, as lines: a term and its ids. The terms are in order.</returns>
    public static string Written(this IEnumerable<TermBlock> blocks)
    {
        var text = new StringBuilder();
        byte[] last = [];
        foreach (var block in blocks)
        {
            var isFirst = true;
            for (var reader = new BlockReader(block.Data); reader.MoveNext(); isFirst = false)
            {
                Assert.True(text.Length == 0 || last.AsSpan().SequenceCompareTo(reader.Term) < 0);
                Assert.True(!isFirst || reader.Term.SequenceEqual(block.FirstTerm));
                last = reader.Term.ToArray();
                List<long> ids = [];
                Postings.Read(reader.Postings, ids);
                text.AppendLine($"{Encoding.UTF8.GetString(last)}: {string.Join(' ', ids)}");
            }
        }
        return text.ToString();
    }
}
