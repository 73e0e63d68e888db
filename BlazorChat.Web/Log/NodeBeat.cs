using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Nodes;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Log;

/// <summary>
/// Keeps this node's row in the table of nodes, while several nodes may share the database. Each also removes those that have
/// not been heard of for a while.
/// </summary>
internal sealed class NodeBeat(
    LogTail tail, Broadcaster broadcaster, ThisNode node, IDbContextFactory<ChatDb> databases, TimeProvider clock, ILogger<NodeBeat> logger)
    : LastingService(clock, logger)
{
    private const int GoneAfter = 20; // seconds
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeavesWithin = TimeSpan.FromSeconds(2);

    protected override TimeSpan LongestPause => TimeSpan.FromSeconds(5);

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        if (!await IsSharedAsync(stoppingToken))
            return;
        using var timer = new PeriodicTimer(BetweenBeats, Clock);
        try
        {
            do
                await BeatAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            if (stoppingToken.IsCancellationRequested)
                await LeaveAsync();
        }
    }

    private async Task<bool> IsSharedAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return db.IsShared;
    }

#pragma warning disable RS0030 // In a query it is the database's clock.
    private async Task BeatAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var mine = db.Set<Node>().Where(n => n.Id == node.Id);
        var streams = await mine.AnyAsync(n => n.StreamsWantedUntil > DateTime.UtcNow, ct)
            ? StreamOfNode.Write(StreamOfNode.Here(broadcaster, node)) : null;
        if (await RenewAsync(db, mine, streams, ct) == 0)
        {
            db.Add(new Node { Id = node.Id, HostName = node.HostName, Version = node.Version, StartedAt = node.StartedAt, SeenAt = Clock.GetUtcNow().UtcDateTime });
            await db.SaveChangesAsync(ct);
            await RenewAsync(db, mine, null, ct);
        }
        await db.Set<Node>().Where(n => n.Id != node.Id && n.SeenAt < DateTime.UtcNow.AddSeconds(-GoneAfter)).ExecuteDeleteAsync(ct);
    }

    private async Task<int> RenewAsync(ChatDb db, IQueryable<Node> mine, string? streams, CancellationToken ct)
    {
        var (position, count) = (tail.Position, broadcaster.StreamCount);
        return await mine.ExecuteUpdateAsync(set => set
            .SetProperty(n => n.SeenAt, _ => DateTime.UtcNow)
            .SetProperty(n => n.Behind, _ => db.LogState.Max(state => state.Head) - position)
            .SetProperty(n => n.Streams, count)
            .SetProperty(n => n.OpenStreams, streams), ct);
    }
#pragma warning restore RS0030

    private async Task LeaveAsync()
    {
        using var patience = new CancellationTokenSource(LeavesWithin);
        try
        {
            await using var db = await databases.CreateDbContextAsync(patience.Token);
            await db.Set<Node>().Where(n => n.Id == node.Id).ExecuteDeleteAsync(patience.Token);
        }
        catch (Exception failure) when (failure.IsOfDatabase() || failure is OperationCanceledException)
        {
            // The others remove the row in a while.
        }
    }
}
