namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>
/// Only one request at a time writes to an upload, and it is the newest: a browser that reconnects does not wait until the
/// server has noticed that the old connection is dead.
/// </summary>
public sealed class UploadTurns
{
    private readonly Dictionary<string, Turn> current = [];
    private readonly Lock access = new();

    /// <returns>The turn, once the previous request has ended. Dispose it when everything is written.</returns>
    public async Task<Turn> TakeAsync(string uploadId, CancellationToken ct)
    {
        var mine = new Turn(this, uploadId, ct);
        Turn? before;
        lock (access)
        {
            before = current.GetValueOrDefault(uploadId);
            current[uploadId] = mine;
        }
        if (before is not null)
            await before.EndAsync();
        return mine;
    }

    private void Release(Turn turn)
    {
        lock (access)
            if (current.GetValueOrDefault(turn.UploadId) == turn)
                current.Remove(turn.UploadId);
    }

    /// <summary>The right to write to an upload, until a newer request takes it.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly UploadTurns turns;
        private readonly CancellationTokenSource cancel;
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Turn(UploadTurns turns, string uploadId, CancellationToken ct)
        {
            (this.turns, UploadId) = (turns, uploadId);
            cancel = CancellationTokenSource.CreateLinkedTokenSource(ct);
            Lost = cancel.Token;
        }

        /// <summary>Cancelled when the request ends or a newer one takes its place.</summary>
        public CancellationToken Lost { get; }

        internal string UploadId { get; }

        internal async Task EndAsync()
        {
            if (!ended.Task.IsCompleted)
                await cancel.CancelAsync();
            await ended.Task;
        }

        public void Dispose()
        {
            turns.Release(this);
            ended.TrySetResult();
        }
    }
}
