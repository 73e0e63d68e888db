namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// Reads an object, fetched from the position of the first read on. Seeking costs nothing until the next read, so part of a
/// large file is fetched without the rest. Read it asynchronously only.
/// </summary>
/// <param name="length">The object's length in bytes.</param>
/// <param name="openFrom">Fetches everything from a position on.</param>
/// <param name="patience">The time-out of each read.</param>
internal sealed class S3ObjectStream(long length, Func<long, CancellationToken, Task<Stream>> openFrom, StorePatience patience) : Stream
{
    private Stream? source;
    private long position;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => length;

    public override long Position
    {
        get => position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (value == position)
                return;
            position = value;
            Drop();
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || position >= length)
            return 0;
        var count = 0;
        try
        {
            count = await patience.AskAsync(async stop =>
            {
                source ??= await openFrom(position, stop);
                return await source.ReadAsync(buffer, stop);
            }, cancellationToken);
        }
        finally
        {
            // After a failure the response cannot be used any more: the next read fetches again.
            if (count == 0)
                Drop();
        }
        if (count == 0)
            throw new FileStoreException("The object store broke off.");
        position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => position,
        SeekOrigin.End => length,
        _ => throw new ArgumentOutOfRangeException(nameof(origin)),
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Drop();
        base.Dispose(disposing);
    }

    private void Drop()
    {
        source?.Dispose();
        source = null;
    }
}
