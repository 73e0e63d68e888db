namespace BlazorChat.Core.Files.Stripping;

/// <summary>Reads a file through a window that moves over it.</summary>
internal sealed class Window(Stream file, CancellationToken ct)
{
    /// <summary>Larger than the longest segment of a JPEG.</summary>
    public const int MaxBytes = 80 * 1024;

    private readonly byte[] buffer = new byte[MaxBytes];
    private long start;
    private int filled;

    public long Length { get; } = file.Length;

    /// <summary>Another window over the same file, to read two places at the same time.</summary>
    public Window Another() => new(file, ct);

    /// <summary>The bytes in the window from a position on.</summary>
    /// <param name="position">From the beginning of the file.</param>
    /// <param name="atLeast">
    /// How many bytes must be there, up to <see cref="MaxBytes"/>; there are fewer only at the end of the file.
    /// </param>
    /// <returns>The bytes. They are valid until the next call moves the window.</returns>
    public async ValueTask<ReadOnlyMemory<byte>> AtAsync(long position, int atLeast)
    {
        ct.ThrowIfCancellationRequested();
        var end = Math.Min(position + atLeast, Length);
        if (position < start || end > start + filled)
        {
            file.Position = start = Math.Min(position, Length);
            filled = 0;
            filled = await file.ReadAtLeastAsync(buffer, MaxBytes, throwOnEndOfStream: false, ct);
        }
        return position >= start + filled ? default : buffer.AsMemory((int)(position - start), (int)(start + filled - position));
    }

    /// <returns>The first position of the bytes within a range of the file; null if they are not in it.</returns>
    public async ValueTask<long?> FindAsync(ReadOnlyMemory<byte> sought, long position, long end)
    {
        while (end - position >= sought.Length)
        {
            var seen = await AtAsync(position, sought.Length);
            seen = seen[..(int)Math.Min(seen.Length, end - position)];
            if (seen.Length < sought.Length)
                return null;
            if (seen.Span.IndexOf(sought.Span) is >= 0 and var at)
                return position + at;
            position += seen.Length - sought.Length + 1;
        }
        return null;
    }

    /// <returns>Whether all bytes of a range are this one.</returns>
    public async ValueTask<bool> IsFilledAsync(long position, long end, byte with)
    {
        while (position < end)
        {
            var seen = await AtAsync(position, 1);
            seen = seen[..(int)Math.Min(seen.Length, end - position)];
            if (seen.IsEmpty || seen.Span.ContainsAnyExcept(with))
                return seen.IsEmpty;
            position += seen.Length;
        }
        return true;
    }
}
