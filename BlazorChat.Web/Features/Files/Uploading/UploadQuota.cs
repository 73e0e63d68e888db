using System.Collections.Concurrent;
using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>
/// How much space one user's files may take: files in messages, unfinished uploads, and files that are coming in now.
/// Where there are several nodes, what is coming in is a row like that of an upload, so that each node counts it.
/// </summary>
public sealed class UploadQuota(LogWriter log, IDbContextFactory<ChatDb> databases, IOptions<UploadOptions> options)
{
    // By then a node has died, or the file has come so slowly that it is no longer counted. Milliseconds.
    private const long ReservedFor = 60 * 60 * 1000;

    private readonly ConcurrentDictionary<string, long> incoming = new();

    /// <param name="userId">The owner of the file.</param>
    /// <param name="bytes">The largest size that the file may have.</param>
    /// <param name="ct">Stops the check.</param>
    /// <returns>The reservation; dispose it when the file is stored or given up.</returns>
    public async Task<Result<IAsyncDisposable>> ReserveAsync(string userId, long bytes, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return db.IsShared ? await ReserveForAllNodesAsync(userId, bytes) : await ReserveHereAsync(db, userId, bytes, ct);
    }

    private async Task<Result<IAsyncDisposable>> ReserveForAllNodesAsync(string userId, long bytes)
    {
        var quota = options.Value.UploadBytesPerUser;
        var reserved = await log.AppendAsync<Upload>(async (append, ct) =>
        {
            var used = await UsedAsync(append.Db, userId, ct);
            if (used + bytes > quota)
                return Sizes.OverQuota(quota, used);
            var row = Upload.Announce(userId, bytes, append.Now + ReservedFor);
            append.Db.Uploads.Add(row);
            return row;
        });
        return reserved.Refusal is { } why ? why : new ReservedRow(log, reserved.Value.Id);
    }

    private async Task<Result<IAsyncDisposable>> ReserveHereAsync(ChatDb db, string userId, long bytes, CancellationToken ct)
    {
        var quota = options.Value.UploadBytesPerUser;
        // Reservations are counted first. A file that is stored between the two counts is then counted twice, rather than
        // never.
        var reserved = incoming.AddOrUpdate(userId, bytes, (_, already) => already + bytes);
        var reservation = new Reservation(this, userId, bytes);
        try
        {
            var used = await UsedAsync(db, userId, ct);
            if (used + reserved <= quota)
                return reservation;
            await reservation.DisposeAsync();
            return Sizes.OverQuota(quota, used);
        }
        catch
        {
            await reservation.DisposeAsync();
            throw;
        }
    }

    private static async Task<long> UsedAsync(ChatDb db, string userId, CancellationToken ct)
    {
        var underWay = await db.Uploads.Where(u => u.UserId == userId).SumAsync(u => u.Size, ct);
        return underWay +
            await db.Attachments.Where(a => a.SenderId == userId && a.DiscardedAt == null).SumAsync(a => a.Size + (a.OriginalSize ?? 0), ct);
    }

    private void Release(string userId, long bytes)
    {
        if (incoming.AddOrUpdate(userId, 0, (_, already) => already - bytes) == 0)
            incoming.TryRemove(KeyValuePair.Create(userId, 0L));
    }

    private sealed class Reservation(UploadQuota quota, string userId, long bytes) : IAsyncDisposable
    {
        private bool isReleased;

        public ValueTask DisposeAsync()
        {
            if (!Interlocked.Exchange(ref isReleased, true))
                quota.Release(userId, bytes);
            return ValueTask.CompletedTask;
        }
    }

    // If it cannot be deleted just now, its time ends.
    private sealed class ReservedRow(LogWriter log, string id) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await log.AppendAsync<Done>(async (append, ct) =>
        {
            await append.Db.Uploads.Where(u => u.Id == id).ExecuteDeleteAsync(ct);
            return default(Done);
        });
    }
}
