using BlazorChat.Core.Live;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Account;

/// <summary>Ends the streams and circuits of a session that has ended, whichever node ended it.</summary>
internal sealed class EndedSessions(KnownSessions sessions, Broadcaster broadcaster, Circuits circuits) : IOnCommitted
{
    /// <summary>Subject: the session.</summary>
    public static readonly EntryKind SessionEnded = new(8);

    /// <summary>Subject: the user, all of whose sessions end.</summary>
    public static readonly EntryKind UserSignedOut = new(9);

    /// <summary>Subject: the user whose rights changed.</summary>
    public static readonly EntryKind RightsChanged = new(30);

    public IReadOnlyList<EntryKind> Kinds { get; } = [SessionEnded, UserSignedOut, RightsChanged];

    public Task CommittedAsync(LogEntry entry, CancellationToken ct)
    {
        var subject = entry.Subject;
        if (entry.Kind == SessionEnded)
        {
            sessions.Forget(subject);
            broadcaster.EndSession(subject);
            circuits.EndSession(subject);
            return Task.CompletedTask;
        }
        sessions.ForgetUser(subject);
        if (entry.Kind == UserSignedOut)
        {
            broadcaster.EndUser(subject);
            circuits.EndUser(subject);
        }
        return Task.CompletedTask;
    }
}
