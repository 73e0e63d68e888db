using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Log;

/// <summary>
/// Does what must happen for each committed change of some kinds and must not be lost, at its own pace. How far it has
/// come is kept in the database: after a crash it goes on from there, so an entry may come twice, but none is left out. An
/// entry that cannot be handled is logged and skipped; in an outage all wait.
/// </summary>
public abstract partial class Follower(string name, FollowedLog log, Doorbell doorbell, TimeProvider clock, ILogger logger)
    : LastingService(clock, logger)
{
    private const int PageSize = 200;

    // Passing entries of other kinds is not worth a transaction each time.
    private static readonly TimeSpan BetweenSaves = TimeSpan.FromMinutes(1);

    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long position = -1;
    private long saved;
    private long savedAt;

    /// <summary>It has handled everything up to here; -1: it has not begun.</summary>
    public long Position => Volatile.Read(ref position);

    /// <summary>Which entries it handles.</summary>
    protected abstract IReadOnlyList<EntryKind> Kinds { get; }

    /// <summary>Completes when everything up to a position is handled.</summary>
    public async Task ReachAsync(long upTo, CancellationToken ct)
    {
        for (var next = Volatile.Read(ref moved).Task; Position < upTo; next = Volatile.Read(ref moved).Task)
            await next.WaitAsync(ct);
    }

    /// <summary>Handles entries, in position order. Must bear to be given the same ones again.</summary>
    protected abstract Task HandleAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct);

    /// <summary>Whether a failure concerns not this entry but all: it is tried again until it goes.</summary>
    protected virtual bool IsOutage(Exception failure) => failure.IsOfDatabase();

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        var bell = doorbell.Listen();
        await BeginAsync(stoppingToken);
        bell.LookAgain();
        try
        {
            while (true)
            {
                var committed = await bell.WaitAsync(stoppingToken);
                if (committed.Count > 0 && committed[0].Entry.Position == Position + 1)
                    await PassAsync([.. committed.Select(each => each.Entry).Where(entry => Kinds.Contains(entry.Kind))], committed[^1].Entry.Position, stoppingToken);
                else if (committed.Count == 0 || committed[^1].Entry.Position > Position)
                    await CatchUpAsync(stoppingToken);
            }
        }
        finally
        {
            doorbell.Leave(bell);
        }
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        (saved, var trimmedTo) = await log.BeginAsync(name, ct);
        savedAt = Clock.GetTimestamp();
        if (saved < trimmedTo)
            Log.Missed(Logger, name, saved, trimmedTo);
        MoveTo(saved);
    }

    private async Task CatchUpAsync(CancellationToken ct)
    {
        while (true)
        {
            var (entries, upTo) = await log.ReadAsync(Kinds, Position, PageSize, ct);
            await PassAsync(entries, upTo, ct);
            if (entries.Count < PageSize)
                return;
        }
    }

    private async Task PassAsync(IReadOnlyList<LogEntry> entries, long upTo, CancellationToken ct)
    {
        if (entries.Count > 0)
            await HandleAllAsync(entries, ct);
        if (upTo > saved && (entries.Count > 0 || Clock.GetElapsedTime(savedAt) >= BetweenSaves))
        {
            await log.SaveAsync(name, upTo);
            (saved, savedAt) = (upTo, Clock.GetTimestamp());
        }
        MoveTo(upTo);
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
            // Which of them it was shows one by one.
            foreach (var entry in entries)
                await HandleAllAsync([entry], ct);
        }
    }

    private void MoveTo(long reached)
    {
        Volatile.Write(ref position, reached);
        Interlocked.Exchange(ref moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Follower {Name} could not handle the entry at position {Position} of the log and skips it")]
        public static partial void Skipped(ILogger logger, Exception failure, string name, long position);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Follower {Name} is at position {Position}, but the log is kept from {TrimmedTo} on only: it has missed what was between")]
        public static partial void Missed(ILogger logger, string name, long position, long trimmedTo);
    }
}
