using System.Text.Json;
using BlazorChat.Core.Presence;

namespace BlazorChat.Web.Features.Presence;

/// <summary>What a node tells the others of the people who are there.</summary>
/// <param name="Node">The node.</param>
/// <param name="Version">Grows with each change, so that a lost message is noticed: then its hash in Redis is read.</param>
/// <param name="People">What changed since the version before; null: nothing, or too much to say here.</param>
/// <param name="IsLeaving">Whether the node is stopping.</param>
internal sealed record PresenceWord(string Node, long Version, IReadOnlyList<PresenceHere>? People = null, bool IsLeaving = false)
{
    public const string Topic = "presence";

    public static PresenceWord? Read(ReadOnlyMemory<byte> message) => JsonSerializer.Deserialize<PresenceWord>(message.Span);

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this);
}
