using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Log;

/// <summary>
/// Publishes committed entries to the open streams, each once and in position order. It knows which position comes next. If
/// the doorbell hands over that position, the tail publishes it; lower ones it drops, and for a gap it reads the log. An entry that fails
/// is logged and skipped, but while the database is away the tail waits and skips none.
/// </summary>
public sealed partial class LogTail(
    IDbContextFactory<ChatDb> databases, EventFactory events, Broadcaster broadcaster, IEnumerable<IOnCommitted> hooks,
    Doorbell doorbell, TimeProvider clock, ILogger<LogTail> logger)
    : LastingService(clock, logger)
{
    private const int PageSize = 500;
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1);

    private readonly ILookup<EntryKind, IOnCommitted> hooks =
        hooks.SelectMany(hook => hook.Kinds.Select(kind => (kind, hook))).ToLookup(each => each.kind, each => each.hook);

    private readonly Doorbell.Listener bell = doorbell.Listen();

    private string epoch = "";

    private long position;

    /// <summary>Everything up to here is published.</summary>
    public long Position => Volatile.Read(ref position);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        (epoch, position) = await db.HeadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        bell.LookAgain(); // after a restart of this loop, rings may have been missed
        var isGuest = false;
        while (true)
        {
            var ring = bell.WaitAsync(stoppingToken);
            var isWaiting = !ring.IsCompleted;
            var committed = await ring;
            // A single entry is told on the thread that committed it. More of them mean that posts wait for that thread.
            isGuest = isWaiting || isGuest;
            if (isGuest && !(isWaiting && committed.Count == 1))
            {
                await Task.Yield();
                isGuest = false;
            }
            try
            {
                if (committed.IsKnownAt(position))
                    continue;
                if (committed.After(position) is { Count: > 0 } next)
                    await TellAsync(next, stoppingToken);
                else
                    await CatchUpAsync(stoppingToken);
            }
            catch (Exception failure) when (failure.IsOfDatabase())
            {
                Log.CannotRead(Logger, failure, position);
                await Task.Delay(BeforeRetry, Clock, stoppingToken);
                bell.LookAgain();
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken ct)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var entries = await db.Log.AsNoTracking()
                .Where(e => e.Position > position).OrderBy(e => e.Position).Take(PageSize).ToListAsync(ct);
            if (entries.Count == 0)
                return;
            await TellAsync([.. entries.Select(entry => new CommittedEntry(entry))], ct);
        }
    }

    private async Task TellAsync(IReadOnlyList<CommittedEntry> committed, CancellationToken ct)
    {
        foreach (var told in await events.MakeAsync(epoch, committed, broadcaster.IsHtmlWanted, ct))
        {
            try
            {
                foreach (var hook in hooks[told.Row.Kind])
                    await hook.CommittedAsync(told.Row, ct);
                Publish(told);
            }
            catch (Exception failure) when (!failure.IsOfDatabase() && !ct.IsCancellationRequested)
            {
                Log.Skipped(Logger, failure, told.Row.Position);
            }
            Volatile.Write(ref position, told.Row.Position);
        }
    }

    // A new member follows the room before the event is published. Someone who may no longer see it gets the event, and then
    // nothing more.
    private void Publish(ToldEntry told)
    {
        if (told.Membership is var (userId, isMember, maySee))
            broadcaster.ChangeMembership(userId, told.RoomId, isMember, maySee, told.Row.Position);
        foreach (var chatEvent in told.Events)
            broadcaster.Publish(chatEvent);
        if (told.Membership is { MaySee: false } gone)
            broadcaster.CloseRoomTo(gone.UserId, told.RoomId, told.Row.Position);
        if (told.ClosesRoom)
            broadcaster.CloseRoom(told.RoomId);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be read from position {Position} on")]
        public static partial void CannotRead(ILogger logger, Exception failure, long position);

        [LoggerMessage(Level = LogLevel.Error, Message = "Publishing the entry at position {Position} of the log failed; it is skipped")]
        public static partial void Skipped(ILogger logger, Exception failure, long position);
    }
}
