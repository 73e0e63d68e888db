using BlazorChat.Web.Hosting;
using BlazorChat.Web.Nodes;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>Deletes uploads that expired. With several nodes, one of them does it.</summary>
public sealed class ExpiredUploads(
    StartedUploads started, IUploadBytes bytes, UploadTurns turns, Leases leases, TimeProvider clock, ILogger<ExpiredUploads> logger)
    : PeriodicService(TimeSpan.FromMinutes(10), clock, logger)
{
    public async Task ClearAsync(CancellationToken ct)
    {
        foreach (var id in await started.ExpiredAsync(ct))
        {
            using var turn = await turns.TakeAsync(id, ct);
            await started.ForgetAsync(id);
        }
        // What came to one node while the upload ended at another. Listed before asking: what is announced meanwhile stays.
        var kept = await bytes.IdsAsync(ct);
        var known = kept.Count > 0 ? await started.IdsAsync(ct) : [];
        foreach (var id in kept.Where(id => !known.Contains(id)))
            await bytes.DeleteAsync(id, ct);
    }

    protected override Task RunAsync(CancellationToken stoppingToken) =>
        leases.HoldAsync("expired_uploads", lease => base.RunAsync(lease.Lost), stoppingToken);

    protected override Task TickAsync(CancellationToken stoppingToken) => ClearAsync(stoppingToken);
}
