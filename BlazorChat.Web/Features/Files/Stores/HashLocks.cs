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
    private readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    /// <param name="hashes">SHA-256 in hexadecimal digits.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>The lock; dispose it to release.</returns>
    public async Task<IAsyncDisposable> TakeAsync(IEnumerable<string> hashes, CancellationToken ct)
    {
        var held = new Held();
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            // Always in the same order, so that two operations with two locks each cannot deadlock. First within this process:
            // what waits here holds no connection to the database.
            foreach (var place in hashes.Select(PlaceOf).Distinct().Order())
            {
                await locks[place].WaitAsync(ct);
                held.Add(locks[place]);
                held.Add(await db.LockAsync($"files {place}", ct));
            }
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    public void Dispose() => Array.ForEach(locks, each => each.Dispose());

    private static int PlaceOf(string hash) => byte.Parse(hash.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed class Held : IAsyncDisposable
    {
        private readonly List<SemaphoreSlim> taken = [];
        private readonly List<IAsyncDisposable> shared = [];

        public void Add(SemaphoreSlim each) => taken.Add(each);

        public void Add(IAsyncDisposable each) => shared.Add(each);

        public async ValueTask DisposeAsync()
        {
            foreach (var each in shared)
                await each.DisposeAsync();
            shared.Clear();
            taken.ForEach(each => each.Release());
            taken.Clear();
        }
    }
}
