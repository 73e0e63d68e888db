using BlazorChat.Core.Live;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Features.Presence;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Live;

/// <summary>
/// Follows the log and hands on what was committed, once and in position order. It knows which position comes next: what
/// the doorbell hands over is told if it is that one, and otherwise the log is read from there. An entry that cannot be told
/// is logged and skipped; while the database is away, none is.
/// </summary>
public sealed partial class LogTail(
    IDbContextFactory<ChatDb> databases, EventReader reader, Broadcaster broadcaster, Sessions sessions,
    PresenceEvents presence, RunTimeSettings settings, Circuits circuits, DiscardedFiles discarded, Doorbell doorbell, TimeProvider clock, ILogger<LogTail> logger)
    : LastingService(clock, logger)
{
    private const int PageSize = 500;
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1);

    private string epoch = "";

    // Up to here everything is told.
    private long position;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var head = await db.HeadAsync(cancellationToken);
        // After that: what changes from here on is told.
        await settings.LoadAsync(cancellationToken);
        (epoch, position) = head;
        await base.StartAsync(cancellationToken);
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        doorbell.RingAgain(); // if it begins again, what rang meanwhile was missed
        while (true)
        {
            var committed = await doorbell.WaitAsync(stoppingToken);
            try
            {
                if (committed.Count > 0 && committed[0].Entry.Position == position + 1)
                    await TellAsync(committed, stoppingToken);
                else
                    await CatchUpAsync(stoppingToken);
            }
            catch (Exception failure) when (failure.IsOfDatabase())
            {
                Log.CannotRead(Logger, failure, position);
                await Task.Delay(BeforeRetry, Clock, stoppingToken);
                doorbell.RingAgain();
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
            await TellAsync([.. entries.Select(entry => new CommittedEntry(entry, null))], ct);
        }
    }

    private async Task TellAsync(IReadOnlyList<CommittedEntry> committed, CancellationToken ct)
    {
        foreach (var told in await reader.ReadAsync(epoch, committed, broadcaster.IsHtmlWanted, ct))
        {
            try
            {
                await TellAsync(told, ct);
            }
            catch (Exception failure) when (!failure.IsOfDatabase() && !ct.IsCancellationRequested)
            {
                Log.Skipped(Logger, failure, told.Entry.Position);
            }
            position = told.Entry.Position;
        }
    }

    private async Task TellAsync(ToldEntry told, CancellationToken ct)
    {
        var entry = told.Entry;
        switch (entry.Kind)
        {
            case EntryKind.MessagePosted:
                presence.StopTyping(new Typist(entry.RoomId!, entry.UserId, ""));
                break;
            case EntryKind.ProfileChanged:
                sessions.ForgetUser(entry.Subject);
                break;
            case EntryKind.SessionEnded:
                sessions.Forget(entry.Subject);
                broadcaster.EndSession(entry.Subject);
                circuits.EndSession(entry.Subject);
                break;
            case EntryKind.UserSignedOut:
                sessions.ForgetUser(entry.Subject);
                broadcaster.EndUser(entry.Subject);
                circuits.EndUser(entry.Subject);
                break;
            case EntryKind.RightsChanged:
                sessions.ForgetUser(entry.Subject);
                break;
            case EntryKind.SettingsChanged:
                await settings.LoadAsync(ct);
                break;
            case EntryKind.FilesDiscarded:
                discarded.Wake();
                break;
        }
        if (entry.Kind is EntryKind.MemberChanged)
            await TellMembershipAsync(told, ct);
        else
            Publish(told);
        if (entry.Kind == EntryKind.RoomChanged)
            await CloseIfDeletedAsync(entry.RoomId!, ct);
    }

    // Whoever joins follows the room before it is told of; whoever may no longer see it is told, and then hears no more.
    private async Task TellMembershipAsync(ToldEntry told, CancellationToken ct)
    {
        var (roomId, userId) = (told.Entry.RoomId!, told.Entry.Subject);
        await using var db = await databases.CreateDbContextAsync(ct);
        var room = await db.Rooms.AsNoTracking().SingleOrDefaultAsync(r => r.Id == roomId, ct);
        var isMember = room is not null && await db.Memberships.AnyAsync(m => m.RoomId == roomId && m.UserId == userId, ct);
        var maySee = isMember || room?.Kind == RoomKind.Public;
        broadcaster.ChangeMembership(userId, roomId, isMember, maySee);
        Publish(told);
        if (!maySee)
            broadcaster.CloseRoomTo(userId, roomId);
    }

    private async Task CloseIfDeletedAsync(string roomId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.Rooms.AnyAsync(r => r.Id == roomId, ct))
            broadcaster.CloseRoom(roomId);
    }

    private void Publish(ToldEntry told)
    {
        foreach (var chatEvent in told.Events)
            broadcaster.Publish(chatEvent);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be read from position {Position} on")]
        public static partial void CannotRead(ILogger logger, Exception failure, long position);

        [LoggerMessage(Level = LogLevel.Error, Message = "What the entry at position {Position} of the log leads to failed and was skipped")]
        public static partial void Skipped(ILogger logger, Exception failure, long position);
    }
}
