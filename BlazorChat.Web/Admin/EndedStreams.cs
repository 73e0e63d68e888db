using BlazorChat.Core.Live;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using BlazorChat.Web.Nodes;

namespace BlazorChat.Web.Admin;

/// <summary>Ends a stream that an administrator dismissed, at the node where it is open.</summary>
internal sealed class EndedStreams(Broadcaster broadcaster, ThisNode node) : IOnCommitted
{
    /// <summary>Subject: the stream, whose id names its node.</summary>
    public static readonly EntryKind StreamEnded = new(70);

    public IReadOnlyList<EntryKind> Kinds { get; } = [StreamEnded];

    public Task CommittedAsync(LogEntry entry, CancellationToken ct)
    {
        if (StreamOfNode.NumberHere(entry.Subject, node) is { } number)
            broadcaster.Streams().FirstOrDefault(stream => stream.Id == number)?.End(StreamEnd.Dismissed);
        return Task.CompletedTask;
    }
}
