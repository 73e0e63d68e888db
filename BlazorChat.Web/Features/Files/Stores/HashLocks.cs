using System.Globalization;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// Locks by hash. Storing bytes and recording that a message uses them must not overlap with checking that bytes are unused
/// and deleting them. Two operations on the same bytes wait for each other here.
/// </summary>
public sealed class HashLocks : IDisposable
{
    private readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    /// <param name="hashes">SHA-256 in hexadecimal digits.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>The lock; dispose it to release.</returns>
    public async Task<IDisposable> TakeAsync(IEnumerable<string> hashes, CancellationToken ct)
    {
        var held = new Held();
        try
        {
            // Always in the same order, so that two operations with two locks each cannot deadlock.
            foreach (var place in hashes.Select(PlaceOf).Distinct().Order())
            {
                await locks[place].WaitAsync(ct);
                held.Add(locks[place]);
            }
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose() => Array.ForEach(locks, each => each.Dispose());

    private static int PlaceOf(string hash) => byte.Parse(hash.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed class Held : IDisposable
    {
        private readonly List<SemaphoreSlim> taken = [];

        public void Add(SemaphoreSlim each) => taken.Add(each);

        public void Dispose()
        {
            taken.ForEach(each => each.Release());
            taken.Clear();
        }
    }
}
