using BlazorChat.Core;
using BlazorChat.Core.Live;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Admin;

/// <summary>Ends single sessions and streams.</summary>
internal sealed class ConnectionCommands(LogWriter log, KnownSessions sessions, Broadcaster broadcaster)
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
    public async Task<Result<Done>> EndStreamAsync(Caller caller, long streamId)
    {
        if (broadcaster.Streams().SingleOrDefault(stream => stream.Id == streamId) is not { } stream)
            return Refusal.NotFound;
        var entered = await log.AdministerAsync<Done>(caller, async (append, ct) =>
        {
            append.Audit(caller, "stream.end", await append.Db.Users.FindAsync([stream.Subscriber.UserId], ct));
            return default(Done);
        });
        if (entered.Refusal is null)
            stream.End(StreamEnd.Dismissed);
        return entered;
    }
}
