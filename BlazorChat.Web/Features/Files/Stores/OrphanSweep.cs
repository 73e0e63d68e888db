using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Nodes;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// Deletes bytes in the store that no message uses. A crash between storing bytes and posting their message leaves such
/// bytes. Runs at every start and once a day; with several nodes, on one of them.
/// </summary>
public sealed partial class OrphanSweep(
    IFileStore store, IDbContextFactory<ChatDb> databases, UnusedBytes unused, Leases leases, TimeProvider clock, ILogger<OrphanSweep> logger)
    : PeriodicService(TimeSpan.FromDays(1), clock, logger)
{
    private const int BatchSize = 500;

    public async Task SweepAsync(CancellationToken ct)
    {
        foreach (var area in (string[])[StoreKey.Files, StoreKey.Thumbnails])
        {
            await foreach (var keys in store.ListAsync(area, ct).Chunk(BatchSize).WithCancellation(ct))
                await SweepAsync([.. keys.Select(key => key[area.Length..])], ct);
        }
    }

    protected override Task RunAsync(CancellationToken stoppingToken) =>
        leases.HoldAsync("orphan_sweep", lease => base.RunAsync(lease.Lost), stoppingToken);

    protected override Task TickAsync(CancellationToken stoppingToken) => SweepAsync(stoppingToken);

    // One query for many names: most of them are in use.
    private async Task SweepAsync(string[] hashes, CancellationToken ct)
    {
        HashSet<string> used;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            var live = db.Attachments.Where(a => a.DiscardedAt == null);
            used = [.. await live.Where(a => hashes.Contains(a.Sha256)).Select(a => a.Sha256).ToListAsync(ct),
                .. await live.Where(a => hashes.Contains(a.OriginalSha256)).Select(a => a.OriginalSha256!).ToListAsync(ct)];
        }
        foreach (var hash in hashes.Where(hash => !used.Contains(hash)))
        {
            try
            {
                await unused.DeleteAsync([hash], ct);
                Log.Swept(Logger, hash);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.CannotDelete(Logger, hash, failure); // go on with the others
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Bytes that no message uses were deleted: {Hash}")]
        public static partial void Swept(ILogger logger, string hash);

        [LoggerMessage(Level = LogLevel.Error, Message = "Bytes that no message uses could not be deleted: {Hash}")]
        public static partial void CannotDelete(ILogger logger, string hash, Exception failure);
    }
}
