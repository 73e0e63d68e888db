using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>
/// Clears the staging area of files that a crash left. One process does so at its start. Nodes may share the folder, and a file
/// that no upload knows may be on its way to another one: there, what nobody has written to for a day is a leftover.
/// </summary>
public sealed class StagingLeftovers(
    StagingArea staging, StartedUploads started, IDbContextFactory<ChatDb> databases, TimeProvider clock, ILogger<StagingLeftovers> logger)
    : PeriodicService(TimeSpan.FromHours(1), clock, logger)
{
    private static readonly TimeSpan LeftAfter = TimeSpan.FromDays(1);

    private bool isShared;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var db = await databases.CreateDbContextAsync(cancellationToken))
            isShared = db.IsShared;
        if (!isShared)
            await ClearAsync(_ => true, cancellationToken); // before the first request
        await base.StartAsync(cancellationToken);
    }

    protected override Task TickAsync(CancellationToken stoppingToken) => isShared ? ClearAsync(IsOld, stoppingToken) : Task.CompletedTask;

    private async Task ClearAsync(Func<string, bool> isLeft, CancellationToken ct)
    {
        var left = staging.Names().Where(name => isLeft(staging.PathOf(name))).ToList();
        var known = await started.IdsAsync(ct);
        foreach (var name in left.Where(name => !known.Contains(name)))
            File.Delete(staging.PathOf(name));
    }

    private bool IsOld(string path) => Clock.GetUtcNow() - File.GetLastWriteTimeUtc(path) > LeftAfter;
}
