using System.Data.Common;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;

namespace BlazorChat.Web.Data;

/// <summary>
/// The few statements that run for every message, prepared once on the writer's connection. EF Core takes ten times as long
/// for them (docs/performance.md). What is inserted or saved may wait until <see cref="FlushAsync"/>.
/// </summary>
internal abstract class LogStatements : IAsyncDisposable
{
    /// <summary>Begins a transaction that nobody else can write beside.</summary>
    /// <returns>The head of the log.</returns>
    public abstract Task<long> BeginAsync(CancellationToken ct);

    /// <summary>Commits the transaction. What was written is on disk then.</summary>
    public abstract Task CommitAsync(CancellationToken ct);

    /// <summary>Undoes the whole transaction, if there is still one: some failures end it themselves.</summary>
    public abstract Task RollBackAsync(CancellationToken ct);

    /// <summary>
    /// What posts of other nodes have done to rooms since a position: their numbers now. Null if anything else happened that
    /// may concern rooms or people, or if it is not worth looking.
    /// </summary>
    /// <param name="position">What is known goes up to here.</param>
    /// <param name="harmless">The kinds of entries that concern neither rooms nor people.</param>
    /// <param name="ct">Ends the reading.</param>
    public abstract Task<IReadOnlyList<RoomNumbers>?> ReadNumbersSinceAsync(long position, int[] harmless, CancellationToken ct);

    /// <summary>Begins a change beside others, which can be undone alone.</summary>
    public abstract void BeginChange();

    /// <summary>Called before EF Core uses the transaction: it sees everything that was written so far.</summary>
    public abstract void BeforeEfCore();

    public abstract void KeepChange();

    /// <summary>Undoes everything since <see cref="BeginChange"/>.</summary>
    public abstract void UndoChange();

    public abstract void Insert(LogEntry entry);

    public abstract void Insert(Message message);

    public abstract void SaveNumbers(Room room);

    /// <summary>Moves a read mark forward. Where it is further already, because another node has moved it, it stays.</summary>
    public abstract void SaveReadMark(Membership membership);

    public abstract void SaveHead(long head);

    /// <summary>Writes what still waits to be written.</summary>
    public abstract Task FlushAsync(CancellationToken ct);

    /// <summary>Someone's name and picture now.</summary>
    public abstract ValueTask<(string? DisplayName, string? AvatarHash)> ReadFaceAsync(string userId, CancellationToken ct);

    /// <returns>The id of the message that an author posted with this client id; null if there is none.</returns>
    public abstract ValueTask<long?> FindPostedAsync(string authorId, string clientId, CancellationToken ct);

    /// <returns>The number of a message in its room; null if it is not in that room.</returns>
    public abstract ValueTask<long?> FindNumberAsync(long messageId, string roomId, CancellationToken ct);

    /// <summary>Whether a failure is the fault of one change, such as a violated constraint, and does not concern the others.</summary>
    public abstract bool IsOfOneChange(DbException failure);

    /// <summary>
    /// Whether the change that failed this way can be undone alone. If not, the whole transaction is lost, and the other
    /// changes have to be made again.
    /// </summary>
    public abstract bool CanUndo(Exception failure);

    public abstract ValueTask DisposeAsync();
}

/// <param name="RoomId">The room.</param>
/// <param name="LastNumber">The number of its newest message.</param>
/// <param name="LastMessageAt">When that was posted, Unix milliseconds.</param>
internal readonly record struct RoomNumbers(string RoomId, long LastNumber, long? LastMessageAt);
