using System.Collections.Concurrent;
using BlazorChat.Core;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>
/// How much space one user's files may take: files in messages, unfinished uploads, and files that are coming in now.
/// </summary>
public sealed class UploadQuota(IDbContextFactory<ChatDb> databases, IOptions<UploadOptions> options)
{
    private readonly ConcurrentDictionary<string, long> incoming = new();

    /// <param name="userId">The owner of the file.</param>
    /// <param name="bytes">The largest size that the file may have.</param>
    /// <param name="ct">Stops the check.</param>
    /// <returns>The reservation; dispose it when the file is stored or given up.</returns>
    public async Task<Result<IDisposable>> ReserveAsync(string userId, long bytes, CancellationToken ct)
    {
        var quota = options.Value.UploadBytesPerUser;
        // Reservations are counted first. A file that is stored between the two counts is then counted twice, rather than
        // never.
        var reserved = incoming.AddOrUpdate(userId, bytes, (_, already) => already + bytes);
        var reservation = new Reservation(this, userId, bytes);
        try
        {
            var used = await UsedAsync(userId, ct);
            if (used + reserved <= quota)
                return reservation;
            reservation.Dispose();
            return Sizes.OverQuota(quota, used);
        }
        catch
        {
            reservation.Dispose();
            throw;
        }
    }

    private async Task<long> UsedAsync(string userId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var underWay = await db.Uploads.Where(u => u.UserId == userId).SumAsync(u => u.Size, ct);
        return underWay +
            await db.Attachments.Where(a => a.SenderId == userId && a.DiscardedAt == null).SumAsync(a => a.Size + (a.OriginalSize ?? 0), ct);
    }

    private void Release(string userId, long bytes)
    {
        if (incoming.AddOrUpdate(userId, 0, (_, already) => already - bytes) == 0)
            incoming.TryRemove(KeyValuePair.Create(userId, 0L));
    }

    private sealed class Reservation(UploadQuota quota, string userId, long bytes) : IDisposable
    {
        private bool isReleased;

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref isReleased, true))
                quota.Release(userId, bytes);
        }
    }
}
