using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Redis;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Log;

/// <summary>
/// Connects the doorbells of all nodes by the bus. The bus may lose rings or be away, so where several nodes share the
/// database, this also looks twice a second whether the log has grown further than the doorbell told.
/// </summary>
internal sealed partial class NodeRings(
    IBus bus, Doorbell doorbell, RingFormat format, IDbContextFactory<ChatDb> databases, TimeProvider clock, ILogger<NodeRings> logger)
    : LastingService(clock, logger)
{
    /// <summary>How long another node's change may stay unnoticed.</summary>
    public static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(500);

    private const string Topic = "log";

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        bus.Subscribe(Topic, Hear);
        bus.Restored += doorbell.LookAtOnce;
        doorbell.RungHere += Tell;
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        doorbell.RungHere -= Tell;
        bus.Restored -= doorbell.LookAtOnce;
        await base.StopAsync(cancellationToken);
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        if (!await IsSharedAsync(stoppingToken))
            return;
        using var timer = new PeriodicTimer(BetweenLooks, Clock);
        var isAway = false;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
                isAway = false;
            }
            catch (Exception failure) when (failure.IsOfDatabase())
            {
                if (!isAway)
                    Log.CannotLook(Logger, failure);
                isAway = true;
            }
        }
    }

    private async Task<bool> IsSharedAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return db.IsShared;
    }

    private async Task LookAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var head = await db.LogState.Select(state => state.Head).SingleAsync(ct);
        if (head > doorbell.Heard)
            doorbell.LookUpTo(head);
    }

    private void Tell(IReadOnlyList<CommittedEntry> committed) => bus.Publish(Topic, () => format.Encode(committed));

    private void Hear(ReadOnlyMemory<byte> ring)
    {
        if (format.Decode(ring) is { Count: > 0 } committed)
            doorbell.RingFromElsewhere(committed);
        else
            doorbell.LookAtOnce();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The head of the log could not be read")]
        public static partial void CannotLook(ILogger logger, Exception failure);
    }
}
