using System.Buffers.Binary;
using System.Text;

namespace BlazorChat.Core.Files.Stripping;

/// <summary>A box of an MP4 or QuickTime file.</summary>
/// <param name="Name">Four letters.</param>
/// <param name="Start">The position of its length.</param>
/// <param name="Content">The position of its content.</param>
/// <param name="End">The position of the next box.</param>
internal readonly record struct MovieBox(string Name, long Start, long Content, long End)
{
    private const int HeadBytes = 8;
    private const int LongHeadBytes = 16;

    /// <returns>The box at a position; null if there is none that ends within its parent.</returns>
    public static async ValueTask<MovieBox?> ReadAsync(Window file, long position, long end)
    {
        var head = await file.AtAsync(position, LongHeadBytes);
        if (end - position < HeadBytes || head.Length < HeadBytes)
            return null;
        var name = Encoding.Latin1.GetString(head.Span[4..HeadBytes]);
        var (size, content) = ((ulong)BinaryPrimitives.ReadUInt32BigEndian(head.Span), HeadBytes);
        if (size == 0)
            size = (ulong)(end - position);
        else if (size == 1 && head.Length >= LongHeadBytes)
            (size, content) = (BinaryPrimitives.ReadUInt64BigEndian(head.Span[HeadBytes..]), LongHeadBytes);
        return size < (ulong)content || size > (ulong)(end - position)
            ? null
            : new MovieBox(name, position, position + content, position + (long)size);
    }

    /// <returns>The first box at this path within this box; null if there is none.</returns>
    public async ValueTask<MovieBox?> FindAsync(Window file, params string[] path)
    {
        var found = this;
        foreach (var name in path)
        {
            var parent = found;
            for (var position = parent.Content; ; position = found.End)
            {
                if (await ReadAsync(file, position, parent.End) is not { } child)
                    return null;
                found = child;
                if (child.Name == name)
                    break;
            }
        }
        return found;
    }
}
