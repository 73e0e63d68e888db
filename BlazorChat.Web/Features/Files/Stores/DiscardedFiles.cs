using BlazorChat.Core.Files;
using BlazorChat.Core.Live;
using BlazorChat.Core.Users;
using BlazorChat.Core;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// Discards files whose message, room or sender is deleted. From then on nobody can download them. Their bytes are deleted
/// afterwards; if the process crashes, at the next start.
/// </summary>
public sealed class DiscardedFiles(
    LogWriter log, IDbContextFactory<ChatDb> databases, UnusedBytes unused, FollowedLog followed, Doorbell doorbell,
    TimeProvider clock, ILogger<DiscardedFiles> logger)
    : Follower("discarded_files", followed, doorbell, clock, logger)
{
    /// <summary>Signals that there are bytes to delete.</summary>
    public static readonly EntryKind Discarded = new(50);

    private const int BatchSize = 100;

    // After this many failures the store itself must be broken.
    private const int MostFailures = 20;

    /// <summary>Marks files as discarded, as part of the change that deletes their message, room or sender.</summary>
    internal static async Task DiscardAsync(LogAppend append, Caller caller, IQueryable<Attachment> files, CancellationToken ct)
    {
        if (await files.Where(a => a.DiscardedAt == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.DiscardedAt, append.Now), ct) > 0)
            append.Log(Discarded, null, caller.UserId, "");
    }

    protected override IReadOnlyList<EntryKind> Kinds { get; } = [Discarded];

    // The store may be unreachable, or a disk may fail: the rows stay until it works again.
    protected override TimeSpan LongestPause => TimeSpan.FromMinutes(1);

    // The rows say what to delete; the entries only say that there is something.
    protected override Task HandleAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct) => DeleteAllAsync(ct);

    protected override bool IsOutage(Exception failure) => base.IsOutage(failure) || failure is IOException or AggregateException;

    protected override Task PrepareAsync(CancellationToken ct) => DeleteAllAsync(ct);

    // A file that cannot be deleted does not block others: it is skipped until the next time.
    private async Task DeleteAllAsync(CancellationToken ct)
    {
        List<Exception> failures = [];
        List<Attachment> batch;
        do
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            batch = await db.Attachments.AsNoTracking().Where(a => a.DiscardedAt != null)
                .OrderBy(a => a.DiscardedAt).ThenBy(a => a.Id).Skip(failures.Count).Take(BatchSize).ToListAsync(ct);
            await ForgetAsync(await DeleteBytesAsync(batch, failures, ct));
        }
        while (batch.Count == BatchSize);
        if (failures.Count > 0)
            throw new AggregateException("Bytes that nothing uses any more could not be deleted.", failures);
    }

    private async Task<List<string>> DeleteBytesAsync(List<Attachment> batch, List<Exception> failures, CancellationToken ct)
    {
        List<string> deleted = [];
        foreach (var file in batch)
        {
            try
            {
                await unused.DeleteAsync([.. file.Hashes()], ct);
                deleted.Add(file.Id);
            }
            catch (Exception failure) when (failure is (IOException and not FileStoreException) or UnauthorizedAccessException && failures.Count < MostFailures)
            {
                failures.Add(failure);
            }
        }
        return deleted;
    }

    private async Task ForgetAsync(List<string> ids)
    {
        if (ids.Count == 0)
            return;
        var forgotten = await log.AppendAsync<Done>(async (append, stop) =>
        {
            await append.Db.Attachments.Where(a => ids.Contains(a.Id)).ExecuteDeleteAsync(stop);
            return default(Done);
        });
        if (forgotten.Refusal is { } why)
            throw new IOException(why.Detail);
    }
}
