using BlazorChat.Core.Live;

namespace BlazorChat.Web.Log;

/// <summary>
/// A hook after the commit. It updates this process's memory: forgets sign-ins that ended, reads settings again. It runs on
/// every node, in position order, before readers are told of the entry. It may fail or be lost with the process; use a
/// <see cref="Follower"/> for what must not be lost.
/// </summary>
public interface IOnCommitted
{
    IReadOnlyList<EntryKind> Kinds { get; }

    Task CommittedAsync(LogEntry entry, CancellationToken ct);
}
