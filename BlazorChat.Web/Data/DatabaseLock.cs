using System.Data.Common;

namespace BlazorChat.Web.Data;

/// <summary>A lock that keeps every other node out until it is disposed, or until its session with the database ends.</summary>
/// <param name="session">The session that holds it; null: there is only one process, and nobody to keep out.</param>
public sealed class DatabaseLock(DbConnection? session) : IAsyncDisposable
{
    /// <summary>Asks the database: a session may have ended unnoticed, and another node may have the lock now.</summary>
    public async Task<bool> IsStillHeldAsync(CancellationToken ct)
    {
        if (session is null)
            return true;
        try
        {
            await using var command = session.CreateCommand();
            command.CommandText = "SELECT 1";
            await command.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException)
        {
            return false; // what is closed is used in vain, too
        }
    }

    public ValueTask DisposeAsync() => session?.DisposeAsync() ?? ValueTask.CompletedTask;
}
