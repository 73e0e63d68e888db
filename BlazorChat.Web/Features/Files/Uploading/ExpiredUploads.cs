using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>Clears the staging area: at the start, what a crash left; later, uploads that nobody went on with.</summary>
public sealed class ExpiredUploads(
    StagingArea staging, Uploads uploads, UploadTurns turns, IDbContextFactory<ChatDb> databases, TimeProvider clock,
    ILogger<ExpiredUploads> logger) : PeriodicService(TimeSpan.FromMinutes(10), clock, logger)
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before any request comes: whatever no upload knows of is nobody's.
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
        {
            var known = await db.Uploads.Select(u => u.Id).ToHashSetAsync(cancellationToken);
            foreach (var name in staging.Names().Where(name => !known.Contains(name)))
                File.Delete(staging.PathOf(name));
        }
        await base.StartAsync(cancellationToken);
    }

    public async Task ClearAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var id in await db.Uploads.Where(u => u.ExpiresAt <= now).Select(u => u.Id).ToListAsync(ct))
        {
            using var turn = await turns.TakeAsync(id, ct);
            await uploads.ForgetAsync(id);
        }
    }

    protected override Task TickAsync(CancellationToken stoppingToken) => ClearAsync(stoppingToken);
}
