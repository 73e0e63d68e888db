using System.Buffers.Binary;

namespace BlazorChat.Core.Files.Stripping;

/// <summary>A track that is neither picture nor sound, for example where the camera was or how it was held.</summary>
internal static class MeasurementTrack
{
    private const int VersionBytes = 4;
    private const int MaxChunks = 100_000;

    /// <returns>Whether a track is such a track.</returns>
    public static async ValueTask<bool> IsAsync(Window file, MovieBox track)
    {
        if (await track.FindAsync(file, "mdia", "hdlr") is not { } handler || handler.End - handler.Content < 12)
            return false;
        var name = (await file.AtAsync(handler.Content + 8, 4)).Span;
        return name.StartsWith("meta"u8) || name.StartsWith("camm"u8);
    }

    /// <summary>
    /// Overwrites the track's samples with zeros, as far as they lie in the data. Samples come in chunks; tables give their
    /// offsets and sizes.
    /// </summary>
    public static async ValueTask BlankSamplesAsync(Window file, MovieBox track, List<MovieBox> data, Patch patch)
    {
        if (await track.FindAsync(file, "mdia", "minf", "stbl") is not { } tables ||
            await TableAsync(file, tables, "stsz") is not { } sizes || await TableAsync(file, tables, "stsc") is not { } runs)
            return;
        var isLong = await TableAsync(file, tables, "co64") is not null;
        if (await TableAsync(file, tables, isLong ? "co64" : "stco") is not { } offsets)
            return;
        // A run of chunks with the same number of samples ends where the next run begins.
        var (sample, run) = (0L, 0L);
        for (var chunk = 0L; chunk < MaxChunks && chunk < await offsets.UInt32Async(0); chunk++)
        {
            if (run + 1 < await runs.UInt32Async(0) && await runs.UInt32Async(1 + 3 * (run + 1)) <= chunk + 1)
                run++;
            if (await runs.UInt32Async(1 + 3 * run + 1) is not { } samples || await OffsetAsync(offsets, chunk, isLong) is not { } start)
                return;
            var end = start + await SizeAsync(sizes, sample, samples);
            sample += samples;
            if (data.Any(box => start >= box.Content && end <= box.End))
                patch.Blank(start, end);
        }
    }

    private static async ValueTask<long?> OffsetAsync(Table offsets, long chunk, bool isLong) => isLong
        ? (long?)await offsets.UInt32Async(1 + 2 * chunk) << 32 | await offsets.UInt32Async(2 + 2 * chunk)
        : await offsets.UInt32Async(1 + chunk);

    // The first number is the size of all samples. If it is zero, each sample has its own size, after the second number,
    // their count.
    private static async ValueTask<long> SizeAsync(Table sizes, long first, long count)
    {
        if (await sizes.UInt32Async(0) is > 0 and var same)
            return same * count;
        var size = 0L;
        for (var i = first; i < first + count && await sizes.UInt32Async(2 + i) is { } one; i++)
            size += one;
        return size;
    }

    private static async ValueTask<Table?> TableAsync(Window file, MovieBox tables, string name) =>
        await tables.FindAsync(file, name) is { } box ? new Table(file.Another(), box.Content + VersionBytes, box.End) : null;

    // Numbers of four bytes. They have a window of their own, because several tables are read at the same time.
    private sealed record Table(Window File, long Start, long End)
    {
        public async ValueTask<uint?> UInt32Async(long index)
        {
            var position = Start + 4 * index;
            return position + 4 > End ? null : BinaryPrimitives.ReadUInt32BigEndian((await File.AtAsync(position, 4)).Span);
        }
    }
}
