using BlazorChat.Core.Live;

namespace BlazorChat.Web.Log;

/// <summary>
/// What an entry leads to in this process's memory, in position order, on every node, before the entry is told: sign-ins
/// that are forgotten, settings that are read again. It may fail or be lost with the process; what must not be lost is a
/// follower's business.
/// </summary>
public interface IOnCommitted
{
    IReadOnlyList<EntryKind> Kinds { get; }

    Task CommittedAsync(LogEntry entry, CancellationToken ct);
}
