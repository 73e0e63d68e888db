using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>Clears the staging area: at the start, files that a crash left; later, uploads that expired.</summary>
public sealed class ExpiredUploads(
    StagingArea staging, StartedUploads started, UploadTurns turns, TimeProvider clock, ILogger<ExpiredUploads> logger)
    : PeriodicService(TimeSpan.FromMinutes(10), clock, logger)
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request: files that no upload knows are leftovers.
        var known = await started.IdsAsync(cancellationToken);
        foreach (var name in staging.Names().Where(name => !known.Contains(name)))
            File.Delete(staging.PathOf(name));
        await base.StartAsync(cancellationToken);
    }

    public async Task ClearAsync(CancellationToken ct)
    {
        foreach (var id in await started.ExpiredAsync(ct))
        {
            using var turn = await turns.TakeAsync(id, ct);
            await started.ForgetAsync(id);
        }
    }

    protected override Task TickAsync(CancellationToken stoppingToken) => ClearAsync(stoppingToken);
}
