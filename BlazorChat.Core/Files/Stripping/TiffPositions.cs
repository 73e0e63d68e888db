using System.Buffers.Binary;

namespace BlazorChat.Core.Files.Stripping;

/// <summary>
/// The positions in Exif data: a directory (GPS IFD) that an entry in another directory points to. A directory is a count,
/// entries of twelve bytes (tag, type, count, value or its offset), and the offset of the next directory.
/// </summary>
/// <param name="File">The file it is in.</param>
/// <param name="Header">The position that all offsets count from.</param>
/// <param name="IsLittle">Whether numbers are little-endian.</param>
internal sealed record TiffPositions(Window File, long Header, bool IsLittle)
{
    private const int EntryBytes = 12;
    private const int MaxEntries = 512;
    private const int MaxDirectories = 16;
    private const int MaxValueBytes = 4096;

    // A picture has one. A file with more was made to waste our time.
    private const int MaxPointers = 4;
    private const ushort PointsToPositions = 0x8825;

    // The size of a value in bytes, by its type.
    private static readonly int[] ValueBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

    /// <summary>Overwrites the positions and removes the entry that points to them.</summary>
    public async ValueTask BlankAsync(Patch patch)
    {
        var followed = 0;
        var next = await OffsetAsync(Header + 4);
        for (var count = 0; count < MaxDirectories && next is > 0 and { } offset && !patch.IsTooLong; count++)
        {
            var start = Header + offset;
            if (await DirectoryAsync(start) is not { } entries)
                return;
            next = await OffsetAsync(start + 2 + entries.Length);
            var pointers = entries.Chunk(EntryBytes).Where(IsPointer).ToArray();
            foreach (var entry in pointers.TakeWhile(_ => followed++ < MaxPointers))
                await BlankDirectoryAsync(patch, Header + UInt32(entry.AsSpan(8)));
            if (pointers.Length > 0)
                patch.Replace(start, start + 2 + entries.Length + (next is null ? 0 : 4), Without(entries, next));
        }
    }

    private async ValueTask BlankDirectoryAsync(Patch patch, long start)
    {
        if (await DirectoryAsync(start) is not { } entries)
            return;
        foreach (var entry in entries.Chunk(EntryBytes))
        {
            var bytes = (long)ValueBytes[UInt16(entry.AsSpan(2))] * UInt32(entry.AsSpan(4));
            var value = Header + UInt32(entry.AsSpan(8));
            if (bytes is > 4 and <= MaxValueBytes && value + bytes <= File.Length)
                patch.Blank(value, value + bytes);
        }
        patch.Blank(start, start + 2 + entries.Length);
    }

    // Null if these cannot be entries: then the header is a coincidence in the middle of pixels.
    private async ValueTask<byte[]?> DirectoryAsync(long start)
    {
        var seen = await File.AtAsync(start, 2 + MaxEntries * EntryBytes);
        if (seen.Length < 2)
            return null;
        var count = UInt16(seen.Span);
        if (count is 0 or > MaxEntries || seen.Length < 2 + count * EntryBytes)
            return null;
        var entries = seen.Slice(2, count * EntryBytes).ToArray();
        return entries.Chunk(EntryBytes).All(entry => UInt16(entry.AsSpan(2)) is var type && type > 0 && type < ValueBytes.Length) ? entries : null;
    }

    private bool IsPointer(byte[] entry) => UInt16(entry) == PointsToPositions;

    private byte[] Without(byte[] entries, uint? next)
    {
        var kept = entries.Chunk(EntryBytes).Where(entry => !IsPointer(entry)).ToArray();
        var directory = new byte[2 + entries.Length + (next is null ? 0 : 4)];
        Write16(directory, (ushort)kept.Length);
        var end = 2;
        foreach (var entry in kept)
        {
            entry.CopyTo(directory, end);
            end += EntryBytes;
        }
        if (next is { } offset)
            Write32(directory.AsSpan(end), offset);
        return directory;
    }

    private async ValueTask<uint?> OffsetAsync(long position)
    {
        var seen = await File.AtAsync(position, 4);
        return seen.Length < 4 ? null : UInt32(seen.Span);
    }

    private ushort UInt16(ReadOnlySpan<byte> at) =>
        IsLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private uint UInt32(ReadOnlySpan<byte> at) =>
        IsLittle ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);

    private void Write16(Span<byte> at, ushort value) =>
        BinaryPrimitives.WriteUInt16BigEndian(at, IsLittle ? BinaryPrimitives.ReverseEndianness(value) : value);

    private void Write32(Span<byte> at, uint value) =>
        BinaryPrimitives.WriteUInt32BigEndian(at, IsLittle ? BinaryPrimitives.ReverseEndianness(value) : value);
}
