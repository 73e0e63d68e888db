using System.Data.Common;
using BlazorChat.Core.Live;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Presence;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Live;

/// <summary>
/// Follows the log and hands on what was committed, once and in position order. It reads what it tells from the log
/// itself, never from whoever wrote it: the doorbell only says when to look.
/// </summary>
public sealed partial class LogTail(
    IDbContextFactory<ChatDb> databases, EventReader reader, Broadcaster broadcaster, Sessions sessions,
    PresenceEvents presence, Doorbell doorbell, TimeProvider clock, ILogger<LogTail> logger) : BackgroundService
{
    private const int PageSize = 500;
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var head = await db.HeadAsync(cancellationToken);
        ExecuteFrom = head;
        await base.StartAsync(cancellationToken);
    }

    private Cursor ExecuteFrom { get; set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (epoch, position) = ExecuteFrom;
        while (await doorbell.WaitAsync(stoppingToken))
        {
            try
            {
                position = await CatchUpAsync(epoch, position, stoppingToken);
            }
            catch (DbException failure)
            {
                Log.CannotRead(logger, failure, position);
                await Task.Delay(BeforeRetry, clock, stoppingToken);
                doorbell.Ring();
            }
        }
    }

    private async Task<long> CatchUpAsync(string epoch, long position, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        while (true)
        {
            var entries = await db.Log.AsNoTracking()
                .Where(e => e.Position > position).OrderBy(e => e.Position).Take(PageSize).ToListAsync(ct);
            foreach (var told in await reader.ReadAsync(db, epoch, entries, ct))
                await TellAsync(db, told, ct);
            if (entries.Count == 0)
                return position;
            position = entries[^1].Position;
        }
    }

    private async Task TellAsync(ChatDb db, ToldEntry told, CancellationToken ct)
    {
        var entry = told.Entry;
        var maySee = true;
        switch (entry.Kind)
        {
            case EntryKind.MessagePosted:
                presence.StopTyping(new Typist(entry.RoomId!, entry.UserId, ""));
                break;
            case EntryKind.MemberChanged:
                var room = await db.Rooms.AsNoTracking().SingleOrDefaultAsync(r => r.Id == entry.RoomId, ct);
                var isMember = room is not null && await db.Memberships.AnyAsync(
                    m => m.RoomId == entry.RoomId && m.UserId == entry.Subject, ct);
                maySee = isMember || room?.Kind == RoomKind.Public;
                broadcaster.ChangeMembership(entry.Subject, entry.RoomId!, isMember, maySee);
                break;
            case EntryKind.SessionEnded:
                sessions.Forget(entry.Subject);
                broadcaster.EndSession(entry.Subject);
                break;
            case EntryKind.UserSignedOut:
                sessions.ForgetUser(entry.Subject);
                broadcaster.EndUser(entry.Subject);
                break;
        }
        foreach (var chatEvent in told.Events)
            broadcaster.Publish(chatEvent);
        if (!maySee)
            broadcaster.CloseRoomTo(entry.Subject, entry.RoomId!);
        if (entry.Kind == EntryKind.RoomChanged && !await db.Rooms.AnyAsync(r => r.Id == entry.RoomId, ct))
            broadcaster.CloseRoom(entry.RoomId!);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The log could not be read from position {Position} on")]
        public static partial void CannotRead(ILogger logger, Exception failure, long position);
    }
}
