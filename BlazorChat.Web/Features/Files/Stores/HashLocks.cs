using System.Globalization;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// Locks by hash. Storing bytes and recording that a message uses them must not overlap with checking that bytes are unused
/// and deleting them. Two operations on the same bytes wait for each other here, also at two nodes.
/// </summary>
public sealed class HashLocks(IDbContextFactory<ChatDb> databases) : IDisposable
{
    /// <summary>How many may hold locks over nodes at a time: each keeps a session with the database for as long as it stores.</summary>
    private const int MostSessions = 6;

    private readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];
    private readonly SemaphoreSlim sessions = new(MostSessions);

    /// <param name="hashes">SHA-256 in hexadecimal digits.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>The locks; dispose them to release.</returns>
    public async Task<HeldHashes> TakeAsync(IEnumerable<string> hashes, CancellationToken ct)
    {
        var held = new HeldHashes();
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            // Always in the same order, so that two operations with two locks each cannot deadlock. First within this process:
            // what waits here holds no session.
            int[] places = [.. hashes.Select(PlaceOf).Distinct().Order()];
            foreach (var place in places)
                await held.WaitAsync(locks[place], ct);
            if (db.IsShared)
                await held.WaitAsync(sessions, ct);
            held.Shared = await db.LockAsync([.. places.Select(place => $"files {place}")], ct);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    public void Dispose()
    {
        Array.ForEach(locks, each => each.Dispose());
        sessions.Dispose();
    }

    private static int PlaceOf(string hash) => byte.Parse(hash.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

/// <summary>Locks of hashes that somebody holds.</summary>
public sealed class HeldHashes : IAsyncDisposable
{
    private readonly List<SemaphoreSlim> taken = [];

    internal DatabaseLock? Shared { get; set; }

    /// <summary>Whether no other node may have them by now. Ask it right before what must not overlap.</summary>
    public Task<bool> AreStillHeldAsync(CancellationToken ct) => Shared!.IsStillHeldAsync(ct);

    public async ValueTask DisposeAsync()
    {
        if (Shared is { } shared)
            await shared.DisposeAsync();
        taken.ForEach(each => each.Release());
        taken.Clear();
    }

    internal async Task WaitAsync(SemaphoreSlim turn, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        taken.Add(turn);
    }
}
