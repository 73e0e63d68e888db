using System.Collections.Concurrent;
using BlazorChat.Core;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>How much one user's files may take: those in messages, those half here, and those coming in just now.</summary>
public sealed class UploadQuota(IDbContextFactory<ChatDb> databases, IOptions<UploadOptions> options)
{
    private readonly ConcurrentDictionary<string, long> incoming = new();

    /// <param name="userId">Whose file it is.</param>
    /// <param name="bytes">How large it may become.</param>
    /// <param name="ct">Ends the asking.</param>
    /// <returns>To be disposed of when the file is counted otherwise, or given up.</returns>
    public async Task<Result<IDisposable>> ReserveAsync(string userId, long bytes, CancellationToken ct)
    {
        var quota = options.Value.UploadBytesPerUser;
        // First: what others reserved is either still reserved here or stored by then, and counted twice rather than never.
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
