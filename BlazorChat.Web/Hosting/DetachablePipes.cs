using System.IO.Pipelines;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// The pipes that the server reads requests from and writes responses to. Once the connection was taken away from it, it reads
/// that the client has closed it, and what it still writes goes nowhere.
/// </summary>
internal sealed class DetachablePipes : IDuplexPipe
{
    public DetachablePipes(IDuplexPipe pipes) => (Input, Output) = (new Reader(pipes.Input, this), new Writer(pipes.Output, this));

    public bool AreDetached { get; private set; }

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    public void Detach() => AreDetached = true;

    private sealed class Reader(PipeReader reader, DetachablePipes pipes) : PipeReader
    {
        private static readonly ReadResult Closed = new(default, isCanceled: false, isCompleted: true);

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
            pipes.AreDetached ? new(Closed) : reader.ReadAsync(cancellationToken);

        public override bool TryRead(out ReadResult result)
        {
            if (!pipes.AreDetached)
                return reader.TryRead(out result);
            result = Closed;
            return true;
        }

        public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
            if (!pipes.AreDetached)
                reader.AdvanceTo(consumed, examined);
        }

        public override void CancelPendingRead()
        {
            if (!pipes.AreDetached)
                reader.CancelPendingRead();
        }

        public override void Complete(Exception? exception = null)
        {
            if (!pipes.AreDetached)
                reader.Complete(exception);
        }
    }

    private sealed class Writer(PipeWriter writer, DetachablePipes pipes) : PipeWriter
    {
        private const int Room = 4096;

        public override bool CanGetUnflushedBytes => writer.CanGetUnflushedBytes;

        public override long UnflushedBytes => pipes.AreDetached ? 0 : writer.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) =>
            pipes.AreDetached ? new byte[Math.Max(sizeHint, Room)] : writer.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) =>
            pipes.AreDetached ? new byte[Math.Max(sizeHint, Room)] : writer.GetSpan(sizeHint);

        public override void Advance(int bytes)
        {
            if (!pipes.AreDetached)
                writer.Advance(bytes);
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
            pipes.AreDetached ? new(new FlushResult(isCanceled: false, isCompleted: true)) : writer.FlushAsync(cancellationToken);

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) =>
            pipes.AreDetached ? FlushAsync(cancellationToken) : writer.WriteAsync(source, cancellationToken);

        public override void CancelPendingFlush()
        {
            if (!pipes.AreDetached)
                writer.CancelPendingFlush();
        }

        public override void Complete(Exception? exception = null)
        {
            if (!pipes.AreDetached)
                writer.Complete(exception);
        }
    }
}
