using System.Threading.Channels;
using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Core.Live;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files;

/// <summary>
/// Files whose message, room or sender was deleted. From that moment on nobody gets them; their bytes are deleted behind
/// it, after a crash by the next start.
/// </summary>
public sealed partial class DiscardedFiles(
    EventLog log, IDbContextFactory<ChatDb> databases, UnusedBytes unused, TimeProvider clock, ILogger<DiscardedFiles> logger) : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromMinutes(1);

    private readonly Channel<bool> wakes = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>As part of the change that deletes what they belong to.</summary>
    internal static async Task DiscardAsync(LogAppend append, Caller caller, IQueryable<Attachment> files, CancellationToken ct)
    {
        if (await files.Where(a => a.DiscardedAt == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.DiscardedAt, append.Now), ct) > 0)
            append.Log(EntryKind.FilesDiscarded, null, caller.UserId, "");
    }

    /// <summary>Some were discarded.</summary>
    public void Wake() => wakes.Writer.TryWrite(true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (Wake(); await wakes.Reader.ReadAsync(stoppingToken);)
        {
            try
            {
                while (await DeleteBatchAsync(stoppingToken))
                {
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The store is out of reach, or a disk fails: they stay where they are until it is well again.
                Log.CannotDelete(logger, failure);
                await Task.Delay(BeforeRetry, clock, stoppingToken);
                Wake();
            }
        }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> DeleteBatchAsync(CancellationToken ct)
    {
        List<Attachment> batch;
        await using (var db = await databases.CreateDbContextAsync(ct))
            batch = await db.Attachments.AsNoTracking().Where(a => a.DiscardedAt != null).OrderBy(a => a.DiscardedAt).Take(BatchSize).ToListAsync(ct);
        if (batch.Count == 0)
            return false;
        foreach (var file in batch)
            await unused.DeleteAsync([.. file.Hashes()], ct);
        var ids = batch.Select(a => a.Id).ToArray();
        var deleted = await log.AppendAsync<Done>(async (append, stop) =>
        {
            await append.Db.Attachments.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(stop);
            return default(Done);
        });
        return deleted.Refusal is null ? batch.Count == BatchSize : throw new IOException(deleted.Refusal.Detail);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Bytes that nothing uses any more could not be deleted")]
        public static partial void CannotDelete(ILogger logger, Exception failure);
    }
}
