using System.Globalization;
using System.Text.Json;
using BlazorChat.Core.Live;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Nodes;

/// <summary>A stream that is open at one of the nodes.</summary>
/// <param name="Id">Names the node, too.</param>
/// <param name="UserId">The reader.</param>
/// <param name="SessionId">The reader's session.</param>
/// <param name="RoomId">The one room it follows; null: all of the reader's rooms.</param>
/// <param name="OpenedAt">Unix milliseconds.</param>
public sealed record StreamOfNode(string Id, string UserId, string SessionId, string? RoomId, long OpenedAt)
{
    // A list for an administrator to look at: nobody looks at more, and a node's row must not grow without a bound.
    private const int MostListed = 2000;

    /// <summary>The streams of this process.</summary>
    public static IReadOnlyList<StreamOfNode> Here(Broadcaster broadcaster, ThisNode node) =>
        [.. broadcaster.Streams().OrderByDescending(stream => stream.Id).Take(MostListed).Select(stream => new StreamOfNode(
            $"{node.Id}-{stream.Id}", stream.Subscriber.UserId, stream.Subscriber.SessionId, stream.Subscriber.RoomId, stream.Subscriber.OpenedAt))];

    /// <returns>The number of the stream in this process; null if it belongs to another node.</returns>
    public static long? NumberHere(string id, ThisNode node) =>
        id.StartsWith(node.Id + "-", StringComparison.Ordinal) &&
        long.TryParse(id.AsSpan(node.Id.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    internal static string Write(IReadOnlyList<StreamOfNode> streams) => JsonSerializer.Serialize(streams);

    internal static IReadOnlyList<StreamOfNode> Read(string? streams) =>
        streams is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<StreamOfNode>>(streams) ?? [];
}
