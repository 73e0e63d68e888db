using System.Security.Cryptography;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Nodes;

/// <summary>
/// Runs work on one node at a time. The node that does it renews a row in the database. Another node takes over as soon as the
/// row is given back, or when it was not renewed for a while by the database's clock, which is the same for all nodes.
/// Where the database belongs to one process, the work simply runs.
/// </summary>
public sealed partial class Leases(IDbContextFactory<ChatDb> databases, ThisNode node, TimeProvider clock, ILogger<Leases> logger)
{
    private const int RandomBytes = 6;
    private const int Lifetime = 6; // seconds
    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReleasesWithin = TimeSpan.FromSeconds(2);

    /// <summary>Waits for a lease and does the work while this node holds it; waits again whenever it was lost.</summary>
    /// <param name="name">The work's name.</param>
    /// <param name="work">The work. If it fails, the lease is given back, and the failure is passed on.</param>
    /// <param name="ct">Ends the waiting and the work.</param>
    public async Task HoldAsync(string name, Func<HeldLease, Task> work, CancellationToken ct)
    {
        if (!await IsNeededAsync(name, ct))
        {
            await work(new HeldLease(ct));
            return;
        }
        while (!await WorkAsync(name, work, ct))
        {
        }
    }

    private async Task<bool> IsNeededAsync(string name, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (db.IsShared)
            await db.Database.ExecuteSqlAsync($"""INSERT INTO leases ("Name") VALUES ({name}) ON CONFLICT DO NOTHING""", ct);
        return db.IsShared;
    }

    /// <returns>Whether the work is done; false: another node has taken over.</returns>
    private async Task<bool> WorkAsync(string name, Func<HeldLease, Task> work, CancellationToken ct)
    {
        var holder = $"{node.Id}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes))}";
        long taken;
        do
            taken = clock.GetTimestamp();
        while (!await TryTakeAsync(name, holder, ct));
        Log.Taken(logger, name);
        using var lost = new CancellationTokenSource(Left(taken), clock);
        using var stops = ct.UnsafeRegister(source => ((CancellationTokenSource)source!).Cancel(), lost);
        var renewing = RenewAsync(name, holder, lost);
        try
        {
            await work(new HeldLease(name, holder, lost));
            return true;
        }
        catch (Exception why) when (lost.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            Log.Lost(logger, name, why.GetType().Name);
            return false;
        }
        finally
        {
            await lost.CancelAsync();
            await renewing;
            await ReleaseAsync(name, holder);
        }
    }

    private async Task<bool> TryTakeAsync(string name, string holder, CancellationToken ct)
    {
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
#pragma warning disable RS0030 // In a query it is the database's clock.
            var taken = await db.Set<Lease>().Where(l => l.Name == name && (l.Until == null || l.Until < DateTime.UtcNow))
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, holder).SetProperty(l => l.Until, _ => DateTime.UtcNow.AddSeconds(Lifetime)), ct);
#pragma warning restore RS0030
            if (taken > 0)
                return true;
        }
        await Task.Delay(BetweenAttempts, clock, ct);
        return false;
    }

    // It goes on while the database is away: the lease ends by itself where it cannot be renewed in time.
    private async Task RenewAsync(string name, string holder, CancellationTokenSource lost)
    {
        var ct = lost.Token;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(BetweenRenewals, clock, ct);
                var begun = clock.GetTimestamp();
                if (await TryRenewAsync(name, holder, ct))
                    lost.CancelAfter(Left(begun));
                else
                    await lost.CancelAsync();
            }
            catch (Exception failure) when (failure.IsOfDatabase())
            {
                Log.CannotRenew(logger, failure, name);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task<bool> TryRenewAsync(string name, string holder, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
#pragma warning disable RS0030 // In a query it is the database's clock.
        return await db.Set<Lease>().Where(l => l.Name == name && l.Holder == holder)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.Until, _ => DateTime.UtcNow.AddSeconds(Lifetime)), ct) > 0;
#pragma warning restore RS0030
    }

    private async Task ReleaseAsync(string name, string holder)
    {
        using var patience = new CancellationTokenSource(ReleasesWithin);
        try
        {
            await using var db = await databases.CreateDbContextAsync(patience.Token);
            await db.Set<Lease>().Where(l => l.Name == name && l.Holder == holder)
                .ExecuteUpdateAsync(set => set.SetProperty(l => l.Holder, (string?)null).SetProperty(l => l.Until, (DateTime?)null), patience.Token);
        }
        catch (Exception failure) when (failure.IsOfDatabase() || failure is OperationCanceledException)
        {
            Log.CannotRelease(logger, failure, name);
        }
    }

    private TimeSpan Left(long since) =>
        TimeSpan.FromSeconds(Lifetime) - clock.GetElapsedTime(since) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "This node does {Name} from now on")]
        public static partial void Taken(ILogger logger, string name);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Another node may do {Name} from now on, because this one did not renew its lease in time ({Why})")]
        public static partial void Lost(ILogger logger, string name, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The lease for {Name} could not be renewed")]
        public static partial void CannotRenew(ILogger logger, Exception failure, string name);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The lease for {Name} could not be given back: another node takes it when its time is over")]
        public static partial void CannotRelease(ILogger logger, Exception failure, string name);
    }
}
