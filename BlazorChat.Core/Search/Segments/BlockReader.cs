namespace BlazorChat.Core.Search.Segments;

/// <summary>Goes through the terms of a block.</summary>
/// <param name="data">The block.</param>
public ref struct BlockReader(ReadOnlySpan<byte> data)
{
    private readonly byte[] term = new byte[IndexTerm.MaxBytes];
    private ReadOnlySpan<byte> left = data;
    private int length;

    /// <summary>The term, in UTF-8, until the next one is read.</summary>
    public readonly ReadOnlySpan<byte> Term => term.AsSpan(0, length);

    /// <summary>What <see cref="Segments.Postings"/> reads.</summary>
    public ReadOnlySpan<byte> Postings { get; private set; }

    public bool MoveNext()
    {
        if (left.IsEmpty)
            return false;
        var shared = (int)Segments.Postings.ReadNumber(ref left);
        var rest = Take();
        rest.CopyTo(term.AsSpan(shared));
        length = shared + rest.Length;
        Postings = Take();
        return true;
    }

    private ReadOnlySpan<byte> Take()
    {
        var count = (int)Segments.Postings.ReadNumber(ref left);
        var taken = left[..count];
        left = left[count..];
        return taken;
    }
}
