using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Log;
using BlazorChat.Web.Nodes;

namespace BlazorChat.Web.Admin;

/// <summary>Ends single sessions and streams, at whichever node they are open.</summary>
internal sealed class ConnectionCommands(LogWriter log, KnownSessions sessions, NodeStreams streams)
{
    /// <summary>Ends a session, its streams and its circuits.</summary>
    public async Task<Result<Done>> EndSessionAsync(Caller caller, string sessionId)
    {
        var ended = await log.AdministerAsync<Done>(caller, async (append, ct) =>
        {
            if (await append.Db.Sessions.FindAsync([sessionId], ct) is not { } session)
                return Refusal.NotFound;
            append.Db.Sessions.Remove(session);
            append.Log(EndedSessions.SessionEnded, null, session.UserId, sessionId);
            append.Audit(caller, "session.end", await append.Db.Users.FindAsync([session.UserId], ct));
            return default(Done);
        });
        sessions.Forget(sessionId);
        return ended;
    }

    /// <summary>Ends a stream. Its reader may open another one; to keep them out, end the session.</summary>
    public async Task<Result<Done>> EndStreamAsync(Caller caller, string streamId, CancellationToken ct)
    {
        if (await streams.FindAsync(streamId, ct) is not { } stream)
            return Refusal.NotFound;
        return await log.AdministerAsync<Done>(caller, async (append, stop) =>
        {
            append.Log(EndedStreams.StreamEnded, null, stream.UserId, stream.Id);
            append.Audit(caller, "stream.end", await append.Db.Users.FindAsync([stream.UserId], stop));
            return default(Done);
        });
    }
}
