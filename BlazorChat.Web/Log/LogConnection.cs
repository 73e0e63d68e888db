using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Log;

/// <summary>
/// The writer's own connection: the database as EF Core sees it and, beside it, the few statements that run for every
/// message. EF Core is not even asked unless a change uses it.
/// </summary>
internal sealed class LogConnection : IAsyncDisposable
{
    private readonly ChatDb db;

    private bool isAlone;
    private bool isGivenUp;
    private bool isUsed;
    private bool isUsedBeside;
    private long committedTo = -1;

    private LogConnection(ChatDb db)
    {
        this.db = db;
        db.Database.AutoSavepointsEnabled = false; // a change that uses EF Core has one already
        Statements = db.PrepareStatements();
    }

    public LogStatements Statements { get; }

    /// <summary>The database, to change anything. Using it clears what the writer remembers of rooms.</summary>
    public ChatDb Db
    {
        get
        {
            isUsed = true;
            return ToRead;
        }
    }

    /// <summary>The database, to change what the writer does not remember.</summary>
    public ChatDb Beside
    {
        get
        {
            isUsedBeside = true;
            return ToRead;
        }
    }

    /// <summary>The database, to look something up inside the transaction.</summary>
    public ChatDb ToRead
    {
        get
        {
            Statements.BeforeEfCore();
            return db;
        }
    }

    public KnownRooms Rooms { get; } = new();

    public static async Task<LogConnection> OpenAsync(IDbContextFactory<ChatDb> databases, CancellationToken ct)
    {
        var db = await databases.CreateDbContextAsync(ct);
        try
        {
            await db.Database.OpenConnectionAsync(ct);
            return new LogConnection(db);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    /// <param name="harmless">The kinds of entries that concern neither rooms nor people.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>The head of the log, now that nobody else can write.</returns>
    public async Task<long> BeginAsync(int[] harmless, CancellationToken ct)
    {
        var head = await Statements.BeginAsync(ct);
        if (head != committedTo)
            await CatchUpAsync(head, harmless, ct);
        return head;
    }

    public async Task CommitAsync(long head, bool isMoved, CancellationToken ct)
    {
        if (isGivenUp)
        {
            await RollBackAsync(ct);
            return;
        }
        if (isMoved)
            Statements.SaveHead(head);
        await Statements.FlushAsync(ct);
        await Statements.CommitAsync(ct);
        committedTo = head;
    }

    /// <summary>Gives the whole transaction up.</summary>
    public async Task RollBackAsync(CancellationToken ct)
    {
        await Statements.RollBackAsync(ct);
        committedTo = -1;
        db.ChangeTracker.Clear();
    }

    /// <param name="alone">It is the only change of the transaction: undoing it gives the transaction up, and it needs no savepoint.</param>
    public void BeginChange(bool alone)
    {
        isAlone = alone;
        isUsed = isUsedBeside = isGivenUp = false;
        if (!isAlone)
            Statements.BeginChange();
    }

    public async Task EndChangeAsync(CancellationToken ct)
    {
        if (isUsed || isUsedBeside)
        {
            await Statements.FlushAsync(ct);
            await db.SaveChangesAsync(ct);
        }
        if (!isAlone)
            Statements.KeepChange();
        Forget();
    }

    public void UndoChange()
    {
        isGivenUp = isAlone;
        if (!isAlone)
            Statements.UndoChange();
        // The change that is undone may have counted in a remembered room.
        isUsed = true;
        Forget();
    }

    public async ValueTask DisposeAsync()
    {
        await Statements.DisposeAsync();
        await db.DisposeAsync();
    }

    // Two nodes that post in turn must not look everything up each time.
    private async Task CatchUpAsync(long head, int[] harmless, CancellationToken ct)
    {
        var moved = committedTo >= 0 && head > committedTo ? await Statements.ReadNumbersSinceAsync(committedTo, harmless, ct) : null;
        if (moved is null)
            Rooms.Clear();
        else
            foreach (var room in moved)
                Rooms.Move(room);
    }

    private void Forget()
    {
        if (isUsed)
            Rooms.Clear();
        if (isUsed || isUsedBeside)
            db.ChangeTracker.Clear();
    }
}
