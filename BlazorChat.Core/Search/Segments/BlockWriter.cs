using System.Buffers;

namespace BlazorChat.Core.Search.Segments;

/// <summary>Makes blocks of terms that come in order.</summary>
public sealed class BlockWriter
{
    /// <summary>Two of the pieces that PostgreSQL keeps long values in. Only a block of one term is longer.</summary>
    private const int MaxSize = 2 * 1996;

    private readonly ArrayBufferWriter<byte> block = new();
    private readonly ArrayBufferWriter<byte> entry = new();
    private readonly ArrayBufferWriter<byte> postings = new();
    private readonly byte[] last = new byte[IndexTerm.MaxBytes];
    private List<TermBlock> full = [];
    private byte[] first = [];
    private int length;

    /// <param name="term">In UTF-8; greater than the one before.</param>
    /// <param name="ids">The messages that have it, the newest first.</param>
    public void Add(ReadOnlySpan<byte> term, IReadOnlyList<long> ids)
    {
        postings.ResetWrittenCount();
        Postings.Write(ids, postings);
        Encode(term);
        if (block.WrittenCount > 0 && block.WrittenCount + entry.WrittenCount > MaxSize)
        {
            EndBlock();
            Encode(term);
        }
        if (block.WrittenCount == 0)
            first = term.ToArray();
        block.Write(entry.WrittenSpan);
        term.CopyTo(last);
        length = term.Length;
    }

    /// <returns>The blocks that are full.</returns>
    public IReadOnlyList<TermBlock> TakeFull()
    {
        var taken = full;
        full = [];
        return taken;
    }

    /// <returns>The blocks that are full, and the last one.</returns>
    public IReadOnlyList<TermBlock> TakeAll()
    {
        if (block.WrittenCount > 0)
            EndBlock();
        return TakeFull();
    }

    private void Encode(ReadOnlySpan<byte> term)
    {
        var shared = term.CommonPrefixLength(last.AsSpan(0, length));
        entry.ResetWrittenCount();
        Postings.WriteNumber((ulong)shared, entry);
        Postings.WriteNumber((ulong)(term.Length - shared), entry);
        entry.Write(term[shared..]);
        Postings.WriteNumber((ulong)postings.WrittenCount, entry);
        entry.Write(postings.WrittenSpan);
    }

    private void EndBlock()
    {
        full.Add(new TermBlock(first, block.WrittenSpan.ToArray()));
        block.ResetWrittenCount();
        length = 0;
    }
}
