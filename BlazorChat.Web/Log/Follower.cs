using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Nodes;

namespace BlazorChat.Web.Log;

/// <summary>
/// Handles every committed entry of some kinds, at its own pace. Its position is kept in the database, and it goes on from
/// there after a crash: an entry may come twice, but none is left out. An entry that cannot be handled is logged and
/// skipped; during an outage the follower waits. With several nodes, one of them runs it.
/// </summary>
public abstract partial class Follower(string name, FollowedLog log, Doorbell doorbell, TimeProvider clock, ILogger logger)
    : LastingService(clock, logger)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);

    // When only entries of other kinds went by, saving the position each time is not worth a transaction.
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromMinutes(1);

    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long position = -1;
    private long saved;
    private long savedAt;
    private long awaited;

    public string Name => name;

    /// <summary>It has handled everything up to here, on this node; -1: it has not begun here.</summary>
    public long Position => Volatile.Read(ref position);

    /// <summary>Which entries it handles.</summary>
    protected abstract IReadOnlyList<EntryKind> Kinds { get; }

    /// <summary>Whether it has anything to do with an entry of these kinds, as far as what is known of it just now says.</summary>
    protected virtual bool IsConcernedBy(CommittedEntry committed) => true;

    /// <summary>How many entries it is given at once, at most.</summary>
    protected virtual int PageSize => 200;

    /// <summary>How long entries may gather, so that they are handled together, while nobody waits for it.</summary>
    protected virtual TimeSpan Gathering => TimeSpan.Zero;

    /// <summary>Completes when everything up to a position is handled.</summary>
    public async Task ReachAsync(long upTo, CancellationToken ct)
    {
        Raise(ref awaited, upTo);
        for (var next = Volatile.Read(ref moved).Task; Position < upTo; next = Volatile.Read(ref moved).Task)
            await next.WaitAsync(ct);
    }

    /// <summary>What is done before the first entry, each time this node begins to run the follower.</summary>
    protected virtual Task PrepareAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>The log was trimmed further than the follower had come: there are entries that it will never be given.</summary>
    protected virtual Task HandleGapAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>Handles entries, in position order. It must be idempotent: the same entries may come again.</summary>
    protected abstract Task HandleAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct);

    /// <summary>A step of what else there is to do while there are no entries to handle.</summary>
    /// <returns>Whether there is more of it.</returns>
    protected virtual Task<bool> WorkAsideAsync(CancellationToken ct) => Task.FromResult(false);

    /// <summary>Whether a failure is not the entry's fault. Then the follower tries again until it succeeds.</summary>
    protected virtual bool IsOutage(Exception failure) => failure.IsOfDatabase();

    protected override Task RunAsync(CancellationToken stoppingToken) => log.HoldAsync(name, FollowAsync, stoppingToken);

    private async Task FollowAsync(HeldLease lease)
    {
        var ct = lease.Lost;
        await PrepareAsync(ct);
        var bell = doorbell.Listen(IsPassedBy);
        try
        {
            await BeginAsync(lease);
            bell.LookAgain();
            while (true)
            {
                var ring = bell.WaitAsync(ct);
                while (!ring.IsCompleted && await WorkAsideAsync(ct))
                {
                }
                var committed = await ring;
                await Task.Yield(); // off the thread that has rung
                if (committed.IsKnownAt(Position))
                    continue;
                await GatherAsync(ct);
                if (Gathering == TimeSpan.Zero && committed.After(Position) is { Count: > 0 } next)
                    await PassAsync([.. next.Select(each => each.Entry).Where(entry => Kinds.Contains(entry.Kind))], next[^1].Entry.Position, lease);
                else
                    await CatchUpAsync(lease);
            }
        }
        finally
        {
            doorbell.Leave(bell);
        }
    }

    private async Task GatherAsync(CancellationToken ct)
    {
        bool IsAwaited() => Volatile.Read(ref awaited) > Position || doorbell.Heard - Position >= PageSize;
        for (var since = Clock.GetTimestamp(); Clock.GetElapsedTime(since) < Gathering && !IsAwaited();)
            if (!await WorkAsideAsync(ct))
                await Task.Delay(BetweenLooks, Clock, ct);
    }

    private async Task BeginAsync(HeldLease lease)
    {
        (saved, var trimmedTo) = await log.BeginAsync(name, lease);
        savedAt = Clock.GetTimestamp();
        if (saved < trimmedTo)
        {
            Log.Missed(Logger, name, saved, trimmedTo);
            await HandleGapAsync(lease.Lost);
        }
        MoveTo(saved);
    }

    private async Task CatchUpAsync(HeldLease lease)
    {
        while (true)
        {
            var (entries, upTo) = await log.ReadAsync(Kinds, Position, PageSize, lease.Lost);
            await PassAsync(entries, upTo, lease);
            if (entries.Count < PageSize)
                return;
        }
    }

    private async Task PassAsync(IReadOnlyList<LogEntry> entries, long upTo, HeldLease lease)
    {
        if (entries.Count > 0)
            await HandleAllAsync(entries, lease.Lost);
        if (upTo > saved && (entries.Count > 0 || Clock.GetElapsedTime(savedAt) >= BetweenSaves))
        {
            await log.SaveAsync(name, upTo, lease);
            (saved, savedAt) = (upTo, Clock.GetTimestamp());
        }
        MoveTo(upTo);
    }

    // Most entries are of no concern to a follower that has nothing to do. It is not woken for them: its position moves on here, on
    // the thread that rings. While it is at work, its position is not the one just before the ring.
    private bool IsPassedBy(IReadOnlyList<CommittedEntry> ring)
    {
        if (ring.Count == 0 || Clock.GetElapsedTime(Volatile.Read(ref savedAt)) >= BetweenSaves)
            return false;
        foreach (var committed in ring)
            if (Kinds.Contains(committed.Entry.Kind) && IsConcernedBy(committed))
                return false;
        var (before, last) = (ring[0].Entry.Position - 1, ring[^1].Entry.Position);
        if (Interlocked.CompareExchange(ref position, last, before) != before)
            return false;
        TellMoved();
        return true;
    }

    private async Task HandleAllAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
    {
        try
        {
            await HandleAsync(entries, ct);
        }
        catch (Exception failure) when (!IsOutage(failure) && !ct.IsCancellationRequested)
        {
            if (entries is [var bad])
            {
                Log.Skipped(Logger, failure, name, bad.Position);
                return;
            }
            // Trying them one by one shows which of them failed.
            foreach (var entry in entries)
                await HandleAllAsync([entry], ct);
        }
    }

    private void MoveTo(long reached)
    {
        Raise(ref position, reached); // a ring may have moved it further meanwhile
        TellMoved();
    }

    private static void Raise(ref long number, long to)
    {
        for (var known = Volatile.Read(ref number); known < to; known = Volatile.Read(ref number))
            Interlocked.CompareExchange(ref number, to, known);
    }

    private void TellMoved() => Interlocked.Exchange(ref moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Follower {Name} could not handle the entry at position {Position} of the log and skips it")]
        public static partial void Skipped(ILogger logger, Exception failure, string name, long position);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Follower {Name} is at position {Position}, but the log is kept from {TrimmedTo} on only: it has missed what was between")]
        public static partial void Missed(ILogger logger, string name, long position, long trimmedTo);
    }
}
