using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Nodes;

/// <summary>
/// The streams that are open at all nodes. The others write theirs into the table of nodes, every few seconds and only while
/// someone looks at them.
/// </summary>
public sealed class NodeStreams(Broadcaster broadcaster, ThisNode node, IDbContextFactory<ChatDb> databases, TimeProvider clock)
{
    private const int WantedFor = 15; // seconds
    private const int AsksAgainBefore = 5; // seconds
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan WaitsAtMost = TimeSpan.FromSeconds(4);

    /// <param name="waits">Whether to wait a few seconds for nodes that have not listed theirs yet.</param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<IReadOnlyList<StreamOfNode>> ListAsync(bool waits, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var here = StreamOfNode.Here(broadcaster, node);
        if (!db.IsShared)
            return here;
        await AskAsync(db, ct);
        var begun = clock.GetTimestamp();
        var lists = await ListsAsync(db, ct);
        while (waits && lists.Contains(null) && clock.GetElapsedTime(begun) < WaitsAtMost)
        {
            await Task.Delay(BetweenLooks, clock, ct);
            lists = await ListsAsync(db, ct);
        }
        return [.. here, .. lists.SelectMany(StreamOfNode.Read)];
    }

    /// <returns>The stream with this id; null if none of the nodes has it, or lists it.</returns>
    public async Task<StreamOfNode?> FindAsync(string id, CancellationToken ct) =>
        (await ListAsync(waits: StreamOfNode.NumberHere(id, node) is null, ct)).FirstOrDefault(stream => stream.Id == id);

#pragma warning disable RS0030 // In a query it is the database's clock.
    private Task AskAsync(ChatDb db, CancellationToken ct) => db.Set<Node>()
        .Where(n => n.Id != node.Id && (n.StreamsWantedUntil == null || n.StreamsWantedUntil < DateTime.UtcNow.AddSeconds(AsksAgainBefore)))
        .ExecuteUpdateAsync(set => set.SetProperty(n => n.StreamsWantedUntil, _ => DateTime.UtcNow.AddSeconds(WantedFor)), ct);
#pragma warning restore RS0030

    private Task<List<string?>> ListsAsync(ChatDb db, CancellationToken ct) =>
        db.Set<Node>().Where(n => n.Id != node.Id).Select(n => n.OpenStreams).ToListAsync(ct);
}
