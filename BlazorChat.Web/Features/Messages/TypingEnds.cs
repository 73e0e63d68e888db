using BlazorChat.Core.Live;
using BlazorChat.Web.Features.Presence;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Ends the typing indicator of people who have just posted. Each node learns of it from the log.</summary>
internal sealed class TypingEnds(PresenceEvents presence) : IOnCommitted
{
    public IReadOnlyList<EntryKind> Kinds { get; } = [MessageEvents.Posted];

    public Task CommittedAsync(LogEntry entry, CancellationToken ct)
    {
        presence.StopTypingHere(entry.RoomId!, entry.UserId);
        return Task.CompletedTask;
    }
}
