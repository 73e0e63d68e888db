namespace BlazorChat.Load.Ledger;

/// <summary>The chat that the ledger writes in, reads and does harm to: one server, or several nodes.</summary>
internal abstract class LedgerChat : IAsyncDisposable
{
    /// <summary>Where it is reached. Clients try the next address when one does not answer.</summary>
    public abstract IReadOnlyList<Uri> Addresses { get; }

    /// <summary>After that time without an answer, or without an event, a client tries another address.</summary>
    public abstract TimeSpan Patience { get; }

    /// <summary>What may happen to it.</summary>
    public abstract IReadOnlyList<Harm> Harms { get; }

    public abstract Task StartAsync();

    /// <returns>What is wrong with the database, looked at from outside; null: nothing.</returns>
    public abstract Task<string?> FindDamageAsync(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}

/// <summary>Something bad that happens, and is over in the end.</summary>
/// <param name="Name">What happens.</param>
/// <param name="DoAsync">Does it. Returns what was wrong meanwhile; null: nothing.</param>
internal sealed record Harm(string Name, Func<Random, LedgerProbe, CancellationToken, Task<string?>> DoAsync);
