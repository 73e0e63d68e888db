using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Nodes;

public sealed class HashLocksTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private static readonly string Hash = new('a', 64);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_waits_for_the_same_bytes_at_the_other_and_for_no_others()
    {
        var held = await Locks(nodes.A).TakeAsync([Hash], Ct);
        var waiting = Locks(nodes.B).TakeAsync([Hash], Ct);
        await using (await Locks(nodes.B).TakeAsync([new string('b', 64)], Ct))
            Assert.False(waiting.IsCompleted);

        await held.DisposeAsync();

        await using var then = await waiting.InPatienceAsync();
        Assert.True(await then.AreStillHeldAsync(Ct));
    }

    [Fact]
    public async Task More_may_store_at_once_than_there_are_sessions_for_locks()
    {
        var all = Enumerable.Range(0, 40).Select(async n =>
        {
            await using var turn = await Locks(nodes.A).TakeAsync([$"{n:x2}", $"{n + 100:x2}"], Ct);
            return await turn.AreStillHeldAsync(Ct);
        });

        Assert.All(await Task.WhenAll(all).InPatienceAsync(), Assert.True);
    }

    [Fact]
    public async Task Who_has_lost_a_lock_notices_it_and_deletes_nothing()
    {
        var store = nodes.A.Services.GetRequiredService<IFileStore>();
        var file = Path.GetTempFileName();
        await store.PutAsync(StoreKey.File(Hash), file, Ct);
        var lost = await Locks(nodes.A).TakeAsync([Hash], Ct);

        await EndLocksAsync();

        Assert.False(await lost.AreStillHeldAsync(Ct));
        await nodes.A.Services.GetRequiredService<UnusedBytes>().DeleteAsync(lost, [Hash], Ct);
        Assert.True(nodes.A.HasBytes(Hash));
        await lost.DisposeAsync();
        await nodes.B.Services.GetRequiredService<UnusedBytes>().DeleteAsync([Hash], Ct);
        Assert.False(nodes.A.HasBytes(Hash));
    }

    private static HashLocks Locks(ChatApp node) => node.Services.GetRequiredService<HashLocks>();

    private async Task EndLocksAsync()
    {
        await using var db = await nodes.B.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(Ct);
        Assert.NotEmpty(await db.Database.SqlQuery<bool>(
            $"""SELECT pg_terminate_backend(pid, 10000) AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%locks'""").ToListAsync(Ct));
    }
}
