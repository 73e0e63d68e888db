namespace BlazorChat.Core.Search.Segments;

/// <summary>The order of terms in UTF-8, by their bytes: that of a database, and not that of strings.</summary>
internal sealed class TermOrder : IComparer<byte[]>
{
    public static TermOrder Instance { get; } = new();

    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
