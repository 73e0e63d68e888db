using System.Data.Common;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace BlazorChat.Web.Data.Postgres;

/// <summary>
/// PostgreSQL is a round trip away: what a batch writes is gathered and sent at its end, and a change gets a savepoint only
/// when it uses EF Core. A change without one that fails in the database loses the transaction; then all are made again, each
/// in a transaction of its own.
/// </summary>
internal sealed class PostgresStatements(DatabaseFacade database) : LogStatements
{
    private readonly NpgsqlConnection connection = (NpgsqlConnection)database.GetDbConnection();
    private readonly PendingRows pending = new();
    private NpgsqlTransaction? transaction;
    private PendingRows.Mark begun;
    private bool isEnlisted;
    private bool isBesideOthers;
    private bool hasSavepoint;

    // READ COMMITTED: after the wait for the row, its newest version is read. All other nodes wait for this transaction: if
    // this node stands still in it, as a paused virtual machine does, PostgreSQL ends it.
    public override async Task<long> BeginAsync(CancellationToken ct)
    {
        pending.Clear();
        isBesideOthers = hasSavepoint = false;
        transaction = await connection.BeginTransactionAsync(ct);
        await using var command = Command("""SELECT "Head", set_config('idle_in_transaction_session_timeout', '5s', true) FROM log_state FOR UPDATE""");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public override async Task CommitAsync(CancellationToken ct)
    {
        await transaction!.CommitAsync(ct);
        await LeaveAsync();
    }

    public override async Task RollBackAsync(CancellationToken ct)
    {
        await transaction!.RollbackAsync(ct);
        await LeaveAsync();
    }

    public override async Task<IReadOnlyList<RoomNumbers>?> ReadNumbersSinceAsync(long position, int[] harmless, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("""SELECT 1 FROM log WHERE "Position" > $1 AND NOT "Kind" = ANY ($2) LIMIT 1""")
        {
            Parameters = { new() { Value = position }, new() { Value = harmless } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(
            """
            SELECT "Id", "LastNumber", "LastMessageAt" FROM rooms
            WHERE "Id" IN (SELECT DISTINCT "RoomId" FROM log WHERE "Position" > $1)
            """)
        {
            Parameters = { new() { Value = position } },
        });
        await using var rows = await batch.ExecuteReaderAsync(ct);
        if (await rows.ReadAsync(ct))
            return null;
        await rows.NextResultAsync(ct);
        List<RoomNumbers> moved = [];
        while (await rows.ReadAsync(ct))
            moved.Add(new RoomNumbers(rows.GetString(0), rows.GetInt64(1), rows.GetValue(2) as long?));
        return moved;
    }

    public override void BeginChange() => (begun, isBesideOthers, hasSavepoint) = (pending.Here, true, false);

    public override void BeforeEfCore()
    {
        if (!isEnlisted)
            database.UseTransaction(transaction);
        isEnlisted = true;
        if (isBesideOthers && !hasSavepoint)
        {
            // What this change has written belongs behind the savepoint.
            var own = pending.TakeFrom(begun);
            Flush();
            Run("SAVEPOINT change");
            (begun, hasSavepoint) = (default, true);
            pending.Add(own);
        }
        Flush();
    }

    public override void KeepChange()
    {
        if (hasSavepoint)
            Run("RELEASE SAVEPOINT change");
    }

    public override void UndoChange()
    {
        if (hasSavepoint)
            Run("ROLLBACK TO SAVEPOINT change; RELEASE SAVEPOINT change");
        pending.ReturnTo(begun);
    }

    public override bool CanUndo(Exception failure) => hasSavepoint || !failure.CameFromDatabase();

    public override void Insert(LogEntry entry) => pending.Entries.Add(entry);

    public override void Insert(Message message) => pending.Messages.Add(message);

    public override void SaveNumbers(Room room) => pending.Numbers.Add(new(room.Id, room.LastNumber, room.LastMessageAt));

    public override void SaveReadMark(Membership membership) =>
        pending.ReadMarks.Add((membership.RoomId, membership.UserId, membership.ReadNumber));

    public override void SaveHead(long head) => pending.Head = head;

    public override async Task FlushAsync(CancellationToken ct)
    {
        if (pending.IsEmpty)
            return;
        await using var batch = PendingStatements.For(pending, connection, transaction!);
        pending.Clear();
        await batch.ExecuteNonQueryAsync(ct);
    }

    public override async ValueTask<(string? DisplayName, string? AvatarHash)> ReadFaceAsync(string userId, CancellationToken ct)
    {
        await using var command = Command("""SELECT "DisplayName", "AvatarHash" FROM "AspNetUsers" WHERE "Id" = $1""", userId);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetValue(0) as string, row.GetValue(1) as string) : default;
    }

    public override async ValueTask<long?> FindPostedAsync(string authorId, string clientId, CancellationToken ct)
    {
        if (pending.Messages.FindLast(m => m.AuthorId == authorId && m.ClientId == clientId) is { } waiting)
            return waiting.Id;
        await using var command = Command("""SELECT "Id" FROM messages WHERE "AuthorId" = $1 AND "ClientId" = $2""", authorId, clientId);
        return (long?)await command.ExecuteScalarAsync(ct);
    }

    public override async ValueTask<long?> FindNumberAsync(long messageId, string roomId, CancellationToken ct)
    {
        if (pending.Messages.Find(m => m.Id == messageId && m.RoomId == roomId) is { } waiting)
            return waiting.Number;
        await using var command = Command("""SELECT "Number" FROM messages WHERE "Id" = $1 AND "RoomId" = $2""", messageId, roomId);
        return (long?)await command.ExecuteScalarAsync(ct);
    }

    // Classes of https://www.postgresql.org/docs/15/errcodes-appendix.html: 22 is wrong data, 23 a violated constraint.
    public override bool IsOfOneChange(DbException failure) =>
        failure is PostgresException { SqlState: ['2', '2' or '3', ..] };

    public override async ValueTask DisposeAsync() => await LeaveAsync();

    private async Task LeaveAsync()
    {
        if (isEnlisted)
            database.UseTransaction(null);
        isEnlisted = false;
        if (transaction is not null)
            await transaction.DisposeAsync();
        transaction = null;
    }

    private void Flush()
    {
        if (pending.IsEmpty)
            return;
        using var batch = PendingStatements.For(pending, connection, transaction!);
        pending.Clear();
        batch.ExecuteNonQuery();
    }

    private void Run(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    // Npgsql prepares on the server what it is asked often (Max Auto Prepare).
    private NpgsqlCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
