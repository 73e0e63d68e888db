using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using BlazorChat.Web.Nodes;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>Lists the nodes that serve the chat. Where the database belongs to one process, that is this one.</summary>
internal sealed class NodeQueries(
    LogTail tail, Broadcaster broadcaster, ThisNode node, IDbContextFactory<ChatDb> databases, TimeProvider clock)
{
    public async Task<NodesPage> ReadAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var known = await db.Set<Node>()
            .Select(n => new { n.Id, n.HostName, n.Version, n.StartedAt, n.SeenAt, n.Streams, n.Behind }).ToListAsync(ct);
        var position = tail.Position;
        var head = (await db.HeadAsync(ct)).Position;
        // By the same clock as the others, so that the difference says how long they have been silent.
        var seenAt = known.Find(n => n.Id == node.Id) is { } mine ? UnixMilliseconds(mine.SeenAt) : clock.GetUtcNow().ToUnixTimeMilliseconds();
        var here = new NodeView(
            node.Id, node.HostName, node.Version, node.StartedAt, seenAt, broadcaster.StreamCount, head - position, true);
        return new NodesPage([.. known.Where(n => n.Id != node.Id)
            .Select(n => new NodeView(n.Id, n.HostName, n.Version, n.StartedAt, UnixMilliseconds(n.SeenAt), n.Streams, Math.Max(0, n.Behind), false))
            .Append(here).OrderBy(n => n.StartedAt).ThenBy(n => n.NodeId, StringComparer.Ordinal)]);
    }

    private static long UnixMilliseconds(DateTime at) => new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)).ToUnixTimeMilliseconds();
}

internal sealed record NodesPage(IReadOnlyList<NodeView> Nodes);

/// <param name="NodeId">New at every start of the node.</param>
/// <param name="HostName">The name of its machine or container.</param>
/// <param name="Version">The program's version.</param>
/// <param name="StartedAt">Unix milliseconds.</param>
/// <param name="SeenAt">When it was last heard of, Unix milliseconds.</param>
/// <param name="Streams">How many streams and polls are open there.</param>
/// <param name="Behind">How many changes of the log its streams have not been told of yet.</param>
/// <param name="IsThis">Whether it is the node that answers.</param>
internal sealed record NodeView(
    string NodeId, string HostName, string Version, long StartedAt, long SeenAt, int Streams, long Behind, bool IsThis);
