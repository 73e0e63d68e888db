using System.Globalization;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// Storing bytes and saying that a message uses them is one act, as is finding that nothing uses them and deleting them.
/// Two acts that concern the same bytes wait for each other here.
/// </summary>
public sealed class HashLocks : IDisposable
{
    private readonly SemaphoreSlim[] locks = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(1))];

    /// <param name="hashes">SHA-256 in hexadecimal digits.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>To be disposed of when the act is done.</returns>
    public async Task<IDisposable> TakeAsync(IEnumerable<string> hashes, CancellationToken ct)
    {
        var held = new Held();
        try
        {
            // Always in the same order: two who want two each never wait for each other for ever.
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
