using System.Buffers;

namespace BlazorChat.Core.Search.Segments;

/// <summary>
/// The ids of the messages that have a term, the newest first, as bytes: the first id as it is, of each further one how much smaller
/// it is. Seven bits to a byte, so that neighbours of a common word take one byte each.
/// </summary>
public static class Postings
{
    public static void Write(IReadOnlyList<long> ids, IBufferWriter<byte> into)
    {
        for (var n = 0; n < ids.Count; n++)
            WriteNumber((ulong)(n == 0 ? ids[0] : ids[n - 1] - ids[n]), into);
    }

    /// <summary>Adds the ids to a list.</summary>
    public static void Read(ReadOnlySpan<byte> bytes, List<long> into)
    {
        for (var (isFirst, id) = (true, 0L); !bytes.IsEmpty; isFirst = false)
        {
            var number = (long)ReadNumber(ref bytes);
            into.Add(id = isFirst ? number : id - number);
        }
    }

    internal static void WriteNumber(ulong number, IBufferWriter<byte> into)
    {
        var bytes = into.GetSpan(10);
        var length = 0;
        for (; number >= 0x80; number >>= 7)
            bytes[length++] = (byte)(number | 0x80);
        bytes[length++] = (byte)number;
        into.Advance(length);
    }

    internal static ulong ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        var (number, at) = (0UL, 0);
        for (; bytes[at] >= 0x80; at++)
            number |= (bytes[at] & 0x7FUL) << (7 * at);
        number |= (ulong)bytes[at] << (7 * at);
        bytes = bytes[(at + 1)..];
        return number;
    }
}
