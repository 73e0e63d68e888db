using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// Finds bytes in the store that no message uses: a crash between storing them and saying so leaves such. At every start
/// and once a day.
/// </summary>
public sealed partial class OrphanSweep(
    IFileStore store, IDbContextFactory<ChatDb> databases, UnusedBytes unused, TimeProvider clock, ILogger<OrphanSweep> logger) : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);

    public async Task SweepAsync(CancellationToken ct)
    {
        foreach (var area in (string[])[StoreKey.Files, StoreKey.Thumbnails])
        {
            await foreach (var keys in store.ListAsync(area, ct).Chunk(BatchSize).WithCancellation(ct))
                await SweepAsync([.. keys.Select(key => key[area.Length..])], ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.CannotSweep(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // One question for many: most are used.
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
                Log.Swept(logger, hash);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.CannotDelete(logger, hash, failure); // the others can
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Bytes that no message uses were deleted: {Hash}")]
        public static partial void Swept(ILogger logger, string hash);

        [LoggerMessage(Level = LogLevel.Error, Message = "Bytes that no message uses could not be deleted: {Hash}")]
        public static partial void CannotDelete(ILogger logger, string hash, Exception failure);

        [LoggerMessage(Level = LogLevel.Error, Message = "The store could not be searched for bytes that no message uses")]
        public static partial void CannotSweep(ILogger logger, Exception failure);
    }
}
