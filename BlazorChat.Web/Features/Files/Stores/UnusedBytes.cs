using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>Deletes bytes that no message uses, and their thumbnail.</summary>
public sealed class UnusedBytes(IFileStore store, IDbContextFactory<ChatDb> databases, HashLocks locks)
{
    /// <summary>Waits until nobody is storing the same bytes, and checks again.</summary>
    public async Task DeleteAsync(IReadOnlyCollection<string> hashes, CancellationToken ct)
    {
        await using var turn = await locks.TakeAsync(hashes, ct);
        await DeleteAsync(turn, hashes, ct);
    }

    /// <summary>For callers that hold the locks of these hashes. If they have lost them meanwhile, the bytes stay, for the sweep.</summary>
    internal async Task DeleteAsync(HeldHashes turn, IReadOnlyCollection<string> hashes, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var hash in hashes)
        {
            if (await db.Attachments.AnyAsync(a => (a.Sha256 == hash || a.OriginalSha256 == hash) && a.DiscardedAt == null, ct) || !await turn.AreStillHeldAsync(ct))
                continue;
            await store.DeleteAsync(StoreKey.Thumbnail(hash), ct);
            await store.DeleteAsync(StoreKey.File(hash), ct);
        }
    }
}
