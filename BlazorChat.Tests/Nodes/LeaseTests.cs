using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using BlazorChat.Web.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Nodes;

public sealed class LeaseTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_is_done_at_one_node_and_moves_to_another_when_that_one_stops()
    {
        using var stopOne = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        using var stopTwo = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var (one, two) = (new Work(nodes.A, "moving"), new Work(nodes.B, "moving"));
        var atOne = one.RunAsync(stopOne.Token);
        await one.Begun.InPatienceAsync();
        var atTwo = two.RunAsync(stopTwo.Token);

        // Long enough for the second to have tried: what it tries is refused as long as the first renews.
        await nodes.B.SignUpAsync("ada");
        Assert.False(two.Begun.IsCompleted);
        await stopOne.CancelAsync();
        await two.Begun.InPatienceAsync();

        await atOne.InPatienceAsync();
        await stopTwo.CancelAsync();
        await atTwo.InPatienceAsync();
    }

    [Fact]
    public async Task Work_of_a_node_that_died_is_taken_over_when_its_time_is_over()
    {
        await GiveAsync("orphaned", to: "a-node-that-died");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var work = new Work(nodes.A, "orphaned");
        var running = work.RunAsync(stop.Token);

        await work.Begun.InPatienceAsync();

        await stop.CancelAsync();
        await running.InPatienceAsync();
    }

    [Fact]
    public async Task Work_that_fails_is_free_for_another_node()
    {
        var failing = nodes.A.Services.GetRequiredService<Leases>().HoldAsync("failing", _ => throw new IOException("Away."), Ct);
        await Assert.ThrowsAsync<IOException>(() => failing);

        await using var db = await DatabaseAsync();
        Assert.Null((await db.Set<Lease>().SingleAsync(l => l.Name == "failing", Ct)).Holder);
    }

    [Fact]
    public async Task A_follower_that_was_replaced_while_its_node_was_stopped_does_not_save_its_position()
    {
        var followed = nodes.A.Services.GetRequiredService<FollowedLog>();
        OperationCanceledException? refused = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var turns = 0;
        var running = followed.HoldAsync("replaced", async lease =>
        {
            if (++turns > 1)
                return;
            await followed.BeginAsync("replaced", lease);
            await followed.SaveAsync("replaced", 1, lease);
            await GiveAsync("replaced", to: "the-other-node");
            refused = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => followed.SaveAsync("replaced", 2, lease));
            Assert.True(lease.Lost.IsCancellationRequested);
            throw refused;
        }, stop.Token);

        // The other node goes away again: then it is this one's turn once more.
        await running.InPatienceAsync();

        Assert.NotNull(refused);
        Assert.Equal(2, turns);
        await using var db = await DatabaseAsync();
        Assert.Equal(1, (await db.Followers.SingleAsync(f => f.Name == "replaced", Ct)).Position);
    }

    [Fact]
    public async Task Each_follower_and_sweep_runs_at_one_node()
    {
        string[] names = ["discarded_files", "expired_uploads", "log_trimmer", "orphan_sweep"];
        await using var db = await DatabaseAsync();
        var holders = await HoldersAsync(db, names);

        Assert.Equal(names, holders.Keys.Order(StringComparer.Ordinal));
        Assert.All(holders.Values, Assert.NotNull);
    }

    private static async Task<Dictionary<string, string?>> HoldersAsync(ChatDb db, string[] names)
    {
        using var patience = Patience.Begin();
        while (true)
        {
            var holders = await db.Set<Lease>().AsNoTracking().Where(l => names.Contains(l.Name)).ToDictionaryAsync(l => l.Name, l => l.Holder, patience.Token);
            if (holders.Count == names.Length && holders.Values.All(holder => holder is not null))
                return holders;
        }
    }

    private async Task GiveAsync(string name, string to)
    {
        await using var db = await DatabaseAsync();
        await db.Set<Lease>().Where(l => l.Name == name).ExecuteDeleteAsync(Ct);
        await db.Database.ExecuteSqlAsync($"""INSERT INTO leases ("Name", "Holder", "Until") VALUES ({name}, {to}, now() + interval '1 second')""", Ct);
    }

    private Task<ChatDb> DatabaseAsync() => nodes.A.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(Ct);

    private sealed class Work(ChatApp node, string name)
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        public async Task RunAsync(CancellationToken ct)
        {
            try
            {
                await node.Services.GetRequiredService<Leases>().HoldAsync(name, lease =>
                {
                    begun.TrySetResult();
                    return Task.Delay(Timeout.Infinite, lease.Lost);
                }, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                // The test stopped it.
            }
        }
    }
}
