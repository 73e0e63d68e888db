using System.Data.Common;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using Microsoft.Data.Sqlite;

namespace BlazorChat.Web.Data.Sqlite;

/// <summary>SQLite runs in this process: each statement runs at once, and each change has a savepoint.</summary>
internal sealed class SqliteStatements : LogStatements
{
    private const int ConstraintViolated = 19; // https://sqlite.org/rescode.html#constraint

    private readonly DbConnection connection;
    private readonly PreparedStatement savepoint, release, rollBack, readHead, saveHead, insertEntry, insertMessage,
        insertAnswers, saveRoom, saveReadMark, findPosted, findNumber, readFace;

    private DbTransaction? transaction;

    public SqliteStatements(DbConnection connection)
    {
        this.connection = connection;
        savepoint = Prepare("SAVEPOINT change");
        release = Prepare("RELEASE SAVEPOINT change");
        rollBack = Prepare("ROLLBACK TO SAVEPOINT change");
        readHead = Prepare("""SELECT "Head" FROM log_state""");
        saveHead = Prepare("""UPDATE log_state SET "Head" = @0""", 1);
        insertEntry = Prepare(
            """INSERT INTO log ("Position", "Kind", "RoomId", "UserId", "Subject", "Detail", "At") VALUES (@0, @1, @2, @3, @4, @5, @6)""", 7);
        insertMessage = Prepare(
            """
            INSERT INTO messages ("Id", "RoomId", "Number", "AuthorId", "Text", "Type", "PostedAt", "ClientId", "ReplyToId", "ThreadId")
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9)
            """, 10);
        insertAnswers = Prepare(
            """
            INSERT INTO answers ("UserId", "MessageId")
            SELECT DISTINCT "AuthorId", @0 FROM messages WHERE "Id" IN (@1, @2) AND "AuthorId" <> @3
            """, 4);
        saveRoom = Prepare("""UPDATE rooms SET "LastNumber" = @0, "LastMessageAt" = @1 WHERE "Id" = @2""", 3);
        saveReadMark = Prepare("""UPDATE memberships SET "ReadNumber" = @0 WHERE "RoomId" = @1 AND "UserId" = @2 AND "ReadNumber" < @0""", 3);
        findPosted = Prepare("""SELECT "Id" FROM messages WHERE "AuthorId" = @0 AND "ClientId" = @1""", 2);
        findNumber = Prepare("""SELECT "Number" FROM messages WHERE "Id" = @0 AND "RoomId" = @1""", 2);
        readFace = Prepare("""SELECT "DisplayName", "AvatarHash" FROM "AspNetUsers" WHERE "Id" = @0""", 1);
    }

    // The driver begins with BEGIN IMMEDIATE, which takes the one write lock of the file.
    public override async Task<(DbTransaction Transaction, long Head)> BeginAsync(CancellationToken ct)
    {
        transaction = await connection.BeginTransactionAsync(ct);
        return (transaction, readHead.ReadNumber(transaction)!.Value);
    }

    // Nobody else writes to the file, but perhaps an administrator's tool.
    public override Task<IReadOnlyList<RoomNumbers>?> ReadNumbersSinceAsync(long position, int[] harmless, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<RoomNumbers>?>(null);

    public override void BeginChange() => savepoint.Run(transaction);

    public override void BeforeEfCore()
    {
    }

    public override void KeepChange() => release.Run(transaction);

    public override void UndoChange()
    {
        rollBack.Run(transaction);
        release.Run(transaction);
    }

    public override bool CanUndo(Exception failure) => true;

    public override void Insert(LogEntry entry) => insertEntry.Run(
        transaction, entry.Position, entry.Kind.Number, entry.RoomId, entry.UserId, entry.Subject, entry.Detail, entry.At);

    public override void Insert(Message message)
    {
        insertMessage.Run(
            transaction, message.Id, message.RoomId, message.Number, message.AuthorId, message.Text, (int)message.Type,
            message.PostedAt, message.ClientId, message.ReplyToId, message.ThreadId);
        if (message.IsAnswer)
            insertAnswers.Run(transaction, message.Id, message.ReplyToId, message.ThreadId, message.AuthorId);
    }

    public override void SaveNumbers(Room room) => saveRoom.Run(transaction, room.LastNumber, room.LastMessageAt, room.Id);

    public override void SaveReadMark(Membership membership) =>
        saveReadMark.Run(transaction, membership.ReadNumber, membership.RoomId, membership.UserId);

    public override void SaveHead(long head) => saveHead.Run(transaction, head);

    public override Task FlushAsync(CancellationToken ct) => Task.CompletedTask;

    public override ValueTask<(string? DisplayName, string? AvatarHash)> ReadFaceAsync(string userId, CancellationToken ct) =>
        new(readFace.ReadTexts(transaction, userId));

    public override ValueTask<long?> FindPostedAsync(string authorId, string clientId, CancellationToken ct) =>
        new(findPosted.ReadNumber(transaction, authorId, clientId));

    public override ValueTask<long?> FindNumberAsync(long messageId, string roomId, CancellationToken ct) =>
        new(findNumber.ReadNumber(transaction, messageId, roomId));

    // A locked file or a full disk concerns the whole batch.
    public override bool IsOfOneChange(DbException failure) => failure is SqliteException { SqliteErrorCode: ConstraintViolated };

    public override ValueTask DisposeAsync()
    {
        foreach (var statement in (PreparedStatement[])[savepoint, release, rollBack, readHead, saveHead, insertEntry,
            insertMessage, insertAnswers, saveRoom, saveReadMark, findPosted, findNumber, readFace])
            statement.Dispose();
        return ValueTask.CompletedTask;
    }

    private PreparedStatement Prepare(string sql, int parameters = 0) => new(connection, sql, parameters);
}
