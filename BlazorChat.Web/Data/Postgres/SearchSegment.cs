using System.Numerics;

namespace BlazorChat.Web.Data.Postgres;

/// <summary>A part of the index that was written at once.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Messages">How many messages are in it.</param>
/// <param name="From">No message in it is older.</param>
/// <param name="To">No message in it is newer.</param>
internal sealed record SearchSegment(long Id, long Messages, long From, long To)
{
    /// <summary>So many of about the same size become one.</summary>
    private const int MergedAtOnce = 16;
    private const int BitsOfMergedAtOnce = 4;

    /// <summary>Segments that are larger stay as they are: what it would cost grows with them, and a search reads few of them as it is.</summary>
    public const long MostToMerge = 65_536;

    /// <returns>Those that are to become one; null: there are not enough of about the same size.</returns>
    public static IReadOnlyList<SearchSegment>? ToMerge(IEnumerable<SearchSegment> segments) =>
        segments.GroupBy(segment => BitOperations.Log2((ulong)segment.Messages) / BitsOfMergedAtOnce).FirstOrDefault(alike => alike.Count() >= MergedAtOnce)?.ToList();
}
