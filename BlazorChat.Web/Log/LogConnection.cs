using System.Data.Common;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Log;

/// <summary>
/// The writer's own connection: the database as EF Core sees it and, beside it, the few statements that run for every
/// message, prepared once. EF Core takes ten times as long for them (docs/performance.md) and is not even asked unless a
/// change uses it.
/// </summary>
internal sealed class LogConnection : IAsyncDisposable
{
    private readonly ChatDb db;
    private readonly PreparedStatement savepoint, release, rollBack, readHead, saveHead, insertEntry, insertMessage,
        saveRoom, saveReadMark, findPosted, findInRoom, readFace;

    private DbTransaction? transaction;
    private bool isEnlisted;
    private bool isUsed;
    private long committedTo = -1;

    private LogConnection(ChatDb db)
    {
        this.db = db;
        db.Database.AutoSavepointsEnabled = false; // there is one around every change already
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
        findPosted = Prepare("""SELECT "Id" FROM messages WHERE "AuthorId" = @0 AND "ClientId" = @1""", 2);
        findInRoom = Prepare("""SELECT "Id" FROM messages WHERE "Id" = @0 AND "RoomId" = @1""", 2);
        readFace = Prepare("""SELECT "DisplayName", "AvatarHash" FROM "AspNetUsers" WHERE "Id" = @0""", 1);
    }

    /// <summary>The database, to change anything. Using it clears what the writer remembers of rooms.</summary>
    public ChatDb Db
    {
        get
        {
            isUsed = true;
            return ToRead;
        }
    }

    /// <summary>The database, to look something up inside the transaction.</summary>
    public ChatDb ToRead
    {
        get
        {
            if (!isEnlisted)
                db.Database.UseTransaction(transaction);
            isEnlisted = true;
            return db;
        }
    }

    public KnownRooms Rooms { get; } = new();

    public static async Task<LogConnection> OpenAsync(IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        var db = await databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        return new LogConnection(db);
    }

    /// <returns>The head of the log, now that nobody else can write.</returns>
    public async Task<long> BeginAsync(CancellationToken ct)
    {
        transaction = await db.Database.GetDbConnection().BeginTransactionAsync(ct);
        var head = readHead.ReadNumber(transaction)!.Value;
        if (head != committedTo)
            Rooms.Clear();
        return head;
    }

    public async Task CommitAsync(long head, bool isMoved, CancellationToken ct)
    {
        if (isMoved)
            SaveHead(head);
        await transaction!.CommitAsync(ct);
        committedTo = head;
        await transaction.DisposeAsync();
        transaction = null;
        if (isEnlisted)
            db.Database.UseTransaction(null);
        isEnlisted = false;
    }

    public void SaveHead(long head) => saveHead.Run(transaction, head);

    /// <summary>Sets a savepoint, so that one change can be undone alone.</summary>
    public void BeginChange()
    {
        isUsed = false;
        savepoint.Run(transaction);
    }

    public async Task EndChangeAsync(CancellationToken ct)
    {
        if (isUsed)
            await db.SaveChangesAsync(ct);
        release.Run(transaction);
        Forget();
    }

    public void UndoChange()
    {
        rollBack.Run(transaction);
        release.Run(transaction);
        // The change that is undone may have counted in a remembered room.
        isUsed = true;
        Forget();
    }

    public void Insert(LogEntry entry) => insertEntry.Run(
        transaction, entry.Position, entry.Kind.Number, entry.RoomId, entry.UserId, entry.Subject, entry.Detail, entry.At);

    public void Insert(Message message) => insertMessage.Run(
        transaction, message.Id, message.RoomId, message.Number, message.AuthorId, message.Text, (int)message.Type,
        message.PostedAt, message.ClientId, message.ReplyToId);

    public void SaveNumbers(Room room) => saveRoom.Run(transaction, room.LastNumber, room.LastMessageAt, room.Id);

    public void SaveReadMark(Membership membership) =>
        saveReadMark.Run(transaction, membership.ReadNumber, membership.RoomId, membership.UserId);

    public (string? DisplayName, string? AvatarHash) ReadFace(string userId) => readFace.ReadTexts(transaction, userId);

    /// <returns>The id of the message that an author posted with this client id.</returns>
    public long? FindPosted(string authorId, string clientId) => findPosted.ReadNumber(transaction, authorId, clientId);

    public bool IsInRoom(long messageId, string roomId) => findInRoom.ReadNumber(transaction, messageId, roomId) is not null;

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in (PreparedStatement[])[savepoint, release, rollBack, readHead, saveHead, insertEntry,
            insertMessage, saveRoom, saveReadMark, findPosted, findInRoom, readFace])
            statement.Dispose();
        if (isEnlisted)
            db.Database.UseTransaction(null);
        if (transaction is not null)
            await transaction.DisposeAsync();
        await db.DisposeAsync();
    }

    private void Forget()
    {
        if (!isUsed)
            return;
        Rooms.Clear();
        db.ChangeTracker.Clear();
    }

    private PreparedStatement Prepare(string sql, int parameters = 0) => new(db.Database.GetDbConnection(), sql, parameters);
}
