using System.Data.Common;
using System.Threading.Channels;
using BlazorChat.Core;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Log;

/// <summary>
/// The one writer of everything durable. Changes wait in a queue. All that wait are made one after the other
/// and committed together in one transaction (group commit). Callers are answered after the commit. In a calm chat, a
/// change is committed on the thread that brings it: waking another one costs more than the commit.
/// </summary>
public sealed partial class LogWriter(
    IDbContextFactory<ChatDb> databases, Doorbell doorbell, IEnumerable<HarmlessKind> harmlessKinds, TimeProvider clock, ILogger<LogWriter> logger)
    : LastingService(clock, logger)
{
    private const int QueueLength = 4096;
    private const int BatchSize = 256;

    // As long as no change comes sooner after a commit, each is committed at once and alone.
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(5);

    private static readonly Refusal Full = Refusal.Unavailable("Too much is waiting to be saved. Try again in a moment.");
    private static readonly Refusal CannotCommit = Refusal.Unavailable("It could not be saved. Try again in a moment.");

    private readonly Channel<IChange> queue = Channel.CreateBounded<IChange>(
        new BoundedChannelOptions(QueueLength) { SingleReader = true, AllowSynchronousContinuations = true });

    private readonly int[] harmless = [.. harmlessKinds.Select(each => each.Kind.Number)];

    private LogConnection? writer;

    // A timestamp of the clock; 0 if no commit has failed since the last change.
    private long failedAt;

    /// <summary>Makes a change and writes it to the log, durably or not at all.</summary>
    /// <param name="change">Alters entities and logs what it did. If it returns a refusal, it is undone. Runs alone, in commit order.</param>
    /// <returns>What the change returned, once it is on disk.</returns>
    public Task<Result<T>> AppendAsync<T>(Func<LogAppend, CancellationToken, Task<Result<T>>> change)
    {
        var waiting = new Change<T>(change);
        // The writer may go on here. It must not get into a page's own order of things, which may wait for the writer.
        var callers = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            if (!queue.Writer.TryWrite(waiting))
                waiting.Refuse(Full);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(callers);
        }
        return waiting.Answer;
    }

    /// <summary>Whether a commit failed within that time and no change was committed since.</summary>
    internal bool HasFailedWithin(TimeSpan time) =>
        Interlocked.Read(ref failedAt) is not 0 and var at && Clock.GetElapsedTime(at) < time;

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        List<IChange> batch = [];
        var isGuest = false;
        long lastCommit = 0;
        try
        {
            while (true)
            {
                var more = queue.Reader.WaitToReadAsync(stoppingToken);
                if (!more.IsCompleted)
                {
                    isGuest = true; // on the thread that brings the next change
                }
                else if (isGuest)
                {
                    // Others brought changes meanwhile. They are not committed at the expense of the first, who has its answer.
                    await Task.Yield();
                    isGuest = false;
                }
                if (!await more)
                    break;
                if (isGuest && Clock.GetElapsedTime(lastCommit) < Calm)
                {
                    // Changes come fast. Until another thread wakes, more of them gather, to be committed together.
                    await Task.Yield();
                    isGuest = false;
                }
                while (batch.Count < BatchSize && queue.Reader.TryRead(out var change))
                    batch.Add(change);
                await CommitAsync(batch, stoppingToken);
                batch.Clear();
                lastCommit = Clock.GetTimestamp();
            }
        }
        finally
        {
            // Closed here, where nobody else is using it: a host may be stopped twice at once.
            await CloseAsync();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What was accepted is still committed: requests in flight get their answer.
        queue.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    private async Task CommitAsync(List<IChange> batch, CancellationToken ct)
    {
        IReadOnlyList<CommittedEntry> committed;
        try
        {
            committed = await CommitTogetherAsync(batch, ct) ?? await CommitOneByOneAsync(batch, ct);
        }
        catch (Exception failure)
        {
            // Every caller gets an answer, whatever the failure is. So do those in the queue: the same failure would keep them waiting.
            while (queue.Reader.TryRead(out var waiting))
                batch.Add(waiting);
            // The chat ends before it has started, for a reason of its own: that is no failure of the database.
            if (!ct.IsCancellationRequested)
            {
                Interlocked.Exchange(ref failedAt, Clock.GetTimestamp());
                Log.CommitFailed(Logger, failure, batch.Count);
            }
            foreach (var change in batch)
                change.Refuse(CannotCommit);
            await CloseAsync();
            return;
        }
        Tell(batch, committed);
    }

    private void Tell(IEnumerable<IChange> batch, IReadOnlyList<CommittedEntry> committed)
    {
        if (committed.Count > 0)
            Interlocked.Exchange(ref failedAt, 0);
        doorbell.Ring(committed);
        foreach (var change in batch)
            change.AnswerNow();
    }

    /// <returns>What was committed; null if one change's failure has undone all of them.</returns>
    private async Task<IReadOnlyList<CommittedEntry>?> CommitTogetherAsync(IReadOnlyList<IChange> batch, CancellationToken ct)
    {
        writer ??= await LogConnection.OpenAsync(databases, ct);
        List<CommittedEntry> committed = [];
        var head = await writer.BeginAsync(harmless, ct);
        try
        {
            foreach (var change in batch)
                committed.AddRange(await MakeAsync(writer, change, batch.Count == 1, head + committed.Count, ct));
            await writer.CommitAsync(head + committed.Count, isMoved: committed.Count > 0, ct);
            return committed;
        }
        catch (Exception failure) when (!ConcernsWholeBatch(writer, failure))
        {
            await writer.RollBackAsync(ct);
            if (batch is not [var only])
                return null;
            only.Fail(failure);
            return [];
        }
    }

    // A change that fails now fails alone. What was committed before it is told at once: a later failure must not take it back.
    private async Task<IReadOnlyList<CommittedEntry>> CommitOneByOneAsync(List<IChange> batch, CancellationToken ct)
    {
        while (batch is [var next, ..])
        {
            var committed = next.IsAnswered ? [] : await CommitTogetherAsync([next], ct);
            batch.RemoveAt(0);
            Tell([next], committed!);
        }
        return [];
    }

    // A change that fails leaves nothing in the transaction, and only its caller gets the exception.
    private async Task<IReadOnlyList<CommittedEntry>> MakeAsync(LogConnection writer, IChange change, bool isAlone, long head, CancellationToken ct)
    {
        writer.BeginChange(isAlone);
        try
        {
            var append = new LogAppend(writer, head, Clock.GetUtcNow().ToUnixTimeMilliseconds());
            if (await change.MakeAsync(append, ct))
            {
                await writer.EndChangeAsync(ct);
                return append.Entries;
            }
        }
        catch (Exception bug) when (!isAlone && !ConcernsWholeBatch(writer, bug) && writer.Statements.CanUndo(bug))
        {
            change.Fail(bug);
        }
        writer.UndoChange();
        return [];
    }

    private async Task CloseAsync()
    {
        var closing = writer;
        writer = null;
        if (closing is not null)
            await closing.DisposeAsync();
    }

    private static bool ConcernsWholeBatch(LogConnection writer, Exception failure) => failure switch
    {
        DbUpdateException { InnerException: { } inner } => ConcernsWholeBatch(writer, inner),
        DbException ofDatabase => !writer.Statements.IsOfOneChange(ofDatabase),
        _ => failure is OperationCanceledException || failure.IsOfDatabase(),
    };

    private interface IChange
    {
        /// <summary>Whether its caller knows the outcome already.</summary>
        bool IsAnswered { get; }

        Task<bool> MakeAsync(LogAppend append, CancellationToken ct);

        void AnswerNow();

        void Refuse(Refusal why);

        void Fail(Exception bug);
    }

    private sealed class Change<T>(Func<LogAppend, CancellationToken, Task<Result<T>>> make) : IChange
    {
        private readonly TaskCompletionSource<Result<T>> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Result<T> result;

        public Task<Result<T>> Answer => answer.Task;

        public bool IsAnswered => answer.Task.IsCompleted;

        public async Task<bool> MakeAsync(LogAppend append, CancellationToken ct) =>
            (result = await make(append, ct)).Refusal is null;

        public void AnswerNow() => answer.TrySetResult(result);

        public void Refuse(Refusal why) => answer.TrySetResult(why);

        public void Fail(Exception bug) => answer.TrySetException(bug);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A transaction of {Count} changes could not be committed")]
        public static partial void CommitFailed(ILogger logger, Exception failure, int count);
    }
}
