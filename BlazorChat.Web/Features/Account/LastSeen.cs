using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Account;

/// <summary>Saves when a session or token was last used, and by which device. It does so now and then, and no request waits for it.</summary>
public sealed class LastSeen(KnownSessions sessions, LogWriter log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public void Note(Caller caller, HttpContext http)
    {
        if (!sessions.IsNews(caller.SessionId, Interval))
            return;
        var device = Device.Of(http);
        _ = log.AppendAsync<Done>(async (append, ct) =>
        {
            if (await append.Beside.Sessions.FindAsync([caller.SessionId], ct) is { } session)
                (session.SeenAt, session.Device, session.Address) = (append.Now, device.Name, device.Address);
            return default(Done);
        });
    }
}
