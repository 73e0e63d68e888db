using System.Data.Common;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;

namespace BlazorChat.Web.Data.Sqlite;

/// <summary>
/// SQLite runs in this process: each statement runs at once, and each change beside others has a savepoint. The transaction is begun
/// and ended by prepared statements, too; neither the driver nor EF Core knows of it, and their commands take part in it all the same.
/// </summary>
internal sealed class SqliteStatements : LogStatements
{
    private const int ConstraintViolated = 19; // https://sqlite.org/rescode.html#constraint

    private readonly SqliteConnection connection;
    private readonly PreparedStatement begin, commit, rollBackAll, savepoint, release, rollBack, readHead, saveHead, insertEntry, insertMessage,
        insertAnswers, saveRoom, saveReadMark, findPosted, findNumber, readFace;

    public SqliteStatements(DatabaseFacade database)
    {
        database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        connection = (SqliteConnection)database.GetDbConnection();
        begin = Prepare("BEGIN IMMEDIATE"); // takes the one write lock of the file
        commit = Prepare("COMMIT");
        rollBackAll = Prepare("ROLLBACK");
        savepoint = Prepare("SAVEPOINT change");
        release = Prepare("RELEASE SAVEPOINT change");
        rollBack = Prepare("ROLLBACK TO SAVEPOINT change");
        readHead = Prepare("""SELECT "Head" FROM log_state""");
        saveHead = Prepare("""UPDATE log_state SET "Head" = ?1""");
        insertEntry = Prepare(
            """INSERT INTO log ("Position", "Kind", "RoomId", "UserId", "Subject", "Detail", "At") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)""");
        insertMessage = Prepare(
            """
            INSERT INTO messages ("Id", "RoomId", "Number", "AuthorId", "Text", "Type", "PostedAt", "ClientId", "ReplyToId", "ThreadId")
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
            """);
        insertAnswers = Prepare(
            """
            INSERT INTO answers ("UserId", "MessageId")
            SELECT DISTINCT "AuthorId", ?1 FROM messages WHERE "Id" IN (?2, ?3) AND "AuthorId" <> ?4
            """);
        saveRoom = Prepare("""UPDATE rooms SET "LastNumber" = ?1, "LastMessageAt" = ?2 WHERE "Id" = ?3""");
        saveReadMark = Prepare("""UPDATE memberships SET "ReadNumber" = ?1 WHERE "RoomId" = ?2 AND "UserId" = ?3 AND "ReadNumber" < ?1""");
        findPosted = Prepare("""SELECT "Id" FROM messages WHERE "AuthorId" = ?1 AND "ClientId" = ?2""");
        findNumber = Prepare("""SELECT "Number" FROM messages WHERE "Id" = ?1 AND "RoomId" = ?2""");
        readFace = Prepare("""SELECT "DisplayName", "AvatarHash" FROM "AspNetUsers" WHERE "Id" = ?1""");
    }

    public override Task<long> BeginAsync(CancellationToken ct)
    {
        begin.Run();
        return Task.FromResult(readHead.ReadNumber()!.Value);
    }

    public override Task CommitAsync(CancellationToken ct)
    {
        commit.Run();
        return Task.CompletedTask;
    }

    public override Task RollBackAsync(CancellationToken ct)
    {
        if (raw.sqlite3_get_autocommit(connection.Handle!) == 0)
            rollBackAll.Run();
        return Task.CompletedTask;
    }

    // Nobody else writes to the file, but perhaps an administrator's tool.
    public override Task<IReadOnlyList<RoomNumbers>?> ReadNumbersSinceAsync(long position, int[] harmless, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RoomNumbers>?>(null);

    public override void BeginChange() => savepoint.Run();

    public override void BeforeEfCore()
    {
    }

    public override void KeepChange() => release.Run();

    public override void UndoChange()
    {
        rollBack.Run();
        release.Run();
    }

    public override bool CanUndo(Exception failure) => true;

    public override void Insert(LogEntry entry) => insertEntry.Run(
        entry.Position, entry.Kind.Number, entry.RoomId, entry.UserId, entry.Subject, entry.Detail, entry.At);

    public override void Insert(Message message)
    {
        insertMessage.Run(
            message.Id, message.RoomId, message.Number, message.AuthorId, message.Text, (int)message.Type,
            message.PostedAt, message.ClientId, message.ReplyToId, message.ThreadId);
        if (message.IsAnswer)
            insertAnswers.Run(message.Id, message.ReplyToId, message.ThreadId, message.AuthorId);
    }

    public override void SaveNumbers(Room room) => saveRoom.Run(room.LastNumber, room.LastMessageAt, room.Id);

    public override void SaveReadMark(Membership membership) =>
        saveReadMark.Run(membership.ReadNumber, membership.RoomId, membership.UserId);

    public override void SaveHead(long head) => saveHead.Run(head);

    public override Task FlushAsync(CancellationToken ct) => Task.CompletedTask;

    public override ValueTask<(string? DisplayName, string? AvatarHash)> ReadFaceAsync(string userId, CancellationToken ct) =>
        new(readFace.ReadTexts(userId));

    public override ValueTask<long?> FindPostedAsync(string authorId, string clientId, CancellationToken ct) =>
        new(findPosted.ReadNumber(authorId, clientId));

    public override ValueTask<long?> FindNumberAsync(long messageId, string roomId, CancellationToken ct) =>
        new(findNumber.ReadNumber(messageId, roomId));

    // A locked file or a full disk concerns the whole batch.
    public override bool IsOfOneChange(DbException failure) => failure is SqliteException { SqliteErrorCode: ConstraintViolated };

    public override async ValueTask DisposeAsync()
    {
        // The connection may go on in somebody else's hands.
        await RollBackAsync(CancellationToken.None);
        foreach (var statement in (PreparedStatement[])[begin, commit, rollBackAll, savepoint, release, rollBack, readHead, saveHead, insertEntry,
            insertMessage, insertAnswers, saveRoom, saveReadMark, findPosted, findNumber, readFace])
            statement.Dispose();
    }

    private PreparedStatement Prepare(string sql) => new(connection, sql);
}
