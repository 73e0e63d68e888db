namespace BlazorChat.Core.Files.Stripping;

/// <summary>A list of changes to a file. They are collected first and then written in one pass.</summary>
internal sealed class Patch
{
    // Far more than any honest file needs. The limit keeps a crafted file from filling our memory.
    private const int MaxEdits = 100_000;
    private const int BufferBytes = 80 * 1024;

    private readonly List<Edit> edits = [];

    /// <param name="Instead">
    /// The bytes to write instead of those from start to end; null: the same number of fill bytes.
    /// </param>
    /// <param name="Fill">The fill byte.</param>
    private readonly record struct Edit(long Start, long End, byte[]? Instead, byte Fill);

    public bool IsEmpty => edits.Count == 0;

    public bool IsTooLong { get; private set; }

    public void Cut(long start, long end) => Replace(start, end, []);

    public void Replace(long start, long end, byte[] instead)
    {
        if (start < end || instead.Length > 0)
            Add(new Edit(start, end, instead, 0));
    }

    /// <summary>Overwrites a range with fill bytes. Nothing moves.</summary>
    public void Blank(long start, long end, byte fill = 0)
    {
        if (start < end)
            Add(new Edit(start, end, null, fill));
    }

    /// <summary>By how many bytes the file becomes longer; negative: shorter.</summary>
    public long Growth => edits.Sum(edit => edit.Instead is null ? 0 : edit.Instead.Length - (edit.End - edit.Start));

    public async Task WriteAsync(Stream source, Stream destination, CancellationToken ct)
    {
        var buffer = new byte[BufferBytes];
        var position = source.Position = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            // Edits that overlap both keep the length, so the second one may write what the first one did not.
            var start = Math.Max(edit.Start, position);
            await CopyAsync(source, destination, start - position, buffer, ct);
            if (edit.Instead is null)
                await FillAsync(destination, edit.End - start, edit.Fill, buffer, ct);
            else
                await destination.WriteAsync(edit.Instead.AsMemory((int)Math.Min(start - edit.Start, edit.Instead.Length)), ct);
            source.Position = position = Math.Max(edit.End, position);
        }
        await CopyAsync(source, destination, source.Length - position, buffer, ct);
    }

    private void Add(Edit edit)
    {
        if (edits.Count > 0 && edits[^1] is { Instead.Length: 0 } last && edit is { Instead.Length: 0 } && last.End == edit.Start)
            edits[^1] = last with { End = edit.End };
        else if (edits.Count < MaxEdits)
            edits.Add(edit);
        else
            IsTooLong = true;
    }

    private static async Task CopyAsync(Stream source, Stream destination, long count, byte[] buffer, CancellationToken ct)
    {
        for (; count > 0;)
        {
            var read = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(count, buffer.Length)), ct);
            if (read == 0)
                throw new EndOfStreamException();
            await destination.WriteAsync(buffer.AsMemory(0, read), ct);
            count -= read;
        }
    }

    private static async Task FillAsync(Stream destination, long count, byte fill, byte[] buffer, CancellationToken ct)
    {
        if (count > 0)
            Array.Fill(buffer, fill);
        for (; count > 0; count -= buffer.Length)
            await destination.WriteAsync(buffer.AsMemory(0, (int)Math.Min(count, buffer.Length)), ct);
    }
}
