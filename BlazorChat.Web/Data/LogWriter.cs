using System.Data.Common;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BlazorChat.Web.Data;

/// <summary>
/// The writer's own connection: the database as EF Core sees it and, beside it, the few statements that run for every
/// message, prepared once. EF Core takes ten times as long for them (docs/performance.md).
/// </summary>
internal sealed class LogWriter : IAsyncDisposable
{
    private readonly PreparedStatement savepoint, release, rollBack, readHead, saveHead, insertEntry, insertMessage, saveRoom, saveReadMark, readFace;
    private DbTransaction transaction = null!;

    private LogWriter(ChatDb db)
    {
        Db = db;
        Db.Database.AutoSavepointsEnabled = false; // there is one around every change already
        savepoint = Prepare("SAVEPOINT change");
        release = Prepare("RELEASE SAVEPOINT change");
        rollBack = Prepare("ROLLBACK TO SAVEPOINT change");
        readHead = Prepare("""SELECT "Head" FROM log_state""");
        saveHead = Prepare("""UPDATE log_state SET "Head" = @0""", 1);
        insertEntry = Prepare(
            """INSERT INTO log ("Position", "Kind", "RoomId", "UserId", "Subject", "Detail", "At") VALUES (@0, @1, @2, @3, @4, @5, @6)""", 7);
        insertMessage = Prepare(
            """
            INSERT INTO messages ("Id", "RoomId", "Number", "AuthorId", "Text", "Type", "PostedAt", "ClientId", "ReplyToId")
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8)
            """, 9);
        saveRoom = Prepare("""UPDATE rooms SET "LastNumber" = @0, "LastMessageAt" = @1 WHERE "Id" = @2""", 3);
        saveReadMark = Prepare("""UPDATE memberships SET "ReadNumber" = @0 WHERE "RoomId" = @1 AND "UserId" = @2""", 3);
        readFace = Prepare("""SELECT "DisplayName", "AvatarHash" FROM "AspNetUsers" WHERE "Id" = @0""", 1);
    }

    public ChatDb Db { get; }

    public static async Task<LogWriter> OpenAsync(IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        var db = await databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        return new LogWriter(db);
    }

    public async Task<IDbContextTransaction> BeginAsync(CancellationToken ct)
    {
        var begun = await Db.Database.BeginTransactionAsync(ct);
        transaction = begun.GetDbTransaction();
        return begun;
    }

    /// <summary>Where the log stands, now that nobody else can write.</summary>
    public long ReadHead() => readHead.ReadNumber(transaction);

    public void SaveHead(long head) => saveHead.Run(transaction, head);

    /// <summary>From here on, one change can be undone alone.</summary>
    public void BeginChange()
    {
        Db.ChangeTracker.Clear();
        savepoint.Run(transaction);
    }

    public void EndChange() => release.Run(transaction);

    public void UndoChange()
    {
        rollBack.Run(transaction);
        release.Run(transaction);
    }

    public void Insert(LogEntry entry) => insertEntry.Run(
        transaction, entry.Position, (int)entry.Kind, entry.RoomId, entry.UserId, entry.Subject, entry.Detail, entry.At);

    public void Insert(Message message) => insertMessage.Run(
        transaction, message.Id, message.RoomId, message.Number, message.AuthorId, message.Text, (int)message.Type,
        message.PostedAt, message.ClientId, message.ReplyToId);

    public void SaveNumbers(Room room) => saveRoom.Run(transaction, room.LastNumber, room.LastMessageAt, room.Id);

    public void SaveReadMark(Membership membership) =>
        saveReadMark.Run(transaction, membership.ReadNumber, membership.RoomId, membership.UserId);

    public (string? DisplayName, string? AvatarHash) ReadFace(string userId) => readFace.ReadTexts(transaction, userId);

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in new[] { savepoint, release, rollBack, readHead, saveHead, insertEntry, insertMessage, saveRoom, saveReadMark, readFace })
            statement.Dispose();
        await Db.DisposeAsync();
    }

    private PreparedStatement Prepare(string sql, int parameters = 0) => new(Db.Database.GetDbConnection(), sql, parameters);
}
